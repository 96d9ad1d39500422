package io.outlay.dashboard.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long the steps of a series are. */
public enum Step {
    DAY,
    /** Monday to Sunday. */
    WEEK,
    MONTH;

    /** The last day of the step in which a day lies. */
    LocalDate endOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** How many steps the days {@code [from, to]} touch. */
    public long between(LocalDate from, LocalDate to) {
        ChronoUnit unit =
                switch (this) {
                    case DAY -> ChronoUnit.DAYS;
                    case WEEK -> ChronoUnit.WEEKS;
                    case MONTH -> ChronoUnit.MONTHS;
                };
        return unit.between(startOf(from), startOf(to)) + 1;
    }

    /** The first day of the step in which a day lies. */
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
