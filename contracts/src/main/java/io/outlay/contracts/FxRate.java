package io.outlay.contracts;

/**
 * One exchange rate: the value of {@code fx-rates}, key {@code currency|day}.
 * {@code amount in currency = unitsPerUsd * amount in USD}.
 *
 * @param currency ISO 4217 code
 * @param day {@code YYYY-MM-DD} for a daily rate, {@code YYYY-MM} for a month's mean
 * @param unitsPerUsd units of the currency for one US dollar: a decimal string of up to 30 digits
 * @param basis where the figure comes from
 */
public record FxRate(String currency, String day, String unitsPerUsd, String basis) {
    public FxRate {
        Check.currency(currency, "currency");
        Check.rateDay(day, "day");
        Check.rate(unitsPerUsd, "unitsPerUsd");
        Check.text(basis, "basis");
    }

    public String key() {
        return currency + "|" + day;
    }
}
