package io.outlay.contracts;

import java.time.LocalDate;

/**
 * The day of an announcement; of a coarse one ({@code in January}), the last day that it can mean.
 *
 * @param day of a coarse day the last that it can mean
 * @param precision how exactly the day is known
 * @param basis where the day comes from
 */
public record AnnouncedOn(LocalDate day, Precision precision, DayBasis basis) {
    public AnnouncedOn {
        Check.required(day, "announcedOn.day");
        Check.required(precision, "announcedOn.precision");
        Check.required(basis, "announcedOn.basis");
    }
}
