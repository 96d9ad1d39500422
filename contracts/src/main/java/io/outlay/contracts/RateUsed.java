package io.outlay.contracts;

/**
 * The exchange rate behind a USD amount.
 *
 * @param day {@code YYYY-MM-DD} of a daily rate, or {@code YYYY-MM} of a month's mean
 * @param unitsPerUsd units of the currency for one US dollar, as a decimal string
 * @param basis where the rate comes from; ends in {@code STALE} when it is older than the day it serves
 */
public record RateUsed(String day, String unitsPerUsd, String basis) {
    public RateUsed {
        Check.rateDay(day, "rate.day");
        Check.rate(unitsPerUsd, "rate.unitsPerUsd");
        Check.text(basis, "rate.basis");
    }
}
