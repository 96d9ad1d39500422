package io.outlay.contracts;

import java.math.BigDecimal;

/**
 * One exchange rate: the value of {@code fx-rates}, key {@code currency|day}.
 * {@code amount in currency = unitsPerUsd * amount in USD}.
 *
 * @param day {@code YYYY-MM-DD} for a daily rate, {@code YYYY-MM} for a month's mean
 * @param unitsPerUsd units of the currency for one US dollar: a decimal string of up to 30 digits
 * @param basis where the figure comes from
 */
public record FxRate(String currency, String day, String unitsPerUsd, String basis) {
    public FxRate {
        Check.text(currency, "currency");
        Check.text(day, "day");
        Check.text(unitsPerUsd, "unitsPerUsd");
        Check.text(basis, "basis");
        if (!day.matches("\\d{4}-\\d{2}(-\\d{2})?")) {
            throw new IllegalArgumentException("field 'day' must be YYYY-MM-DD or YYYY-MM, not '" + day + "'");
        }
        if (!unitsPerUsd.matches("\\d{1,30}|(?=[\\d.]{3,31}$)\\d+\\.\\d+")
                || new BigDecimal(unitsPerUsd).signum() == 0) {
            throw new IllegalArgumentException(
                    "field 'unitsPerUsd' must be a positive decimal of up to 30 digits, not '" + unitsPerUsd + "'");
        }
    }

    public String key() {
        return currency + "|" + day;
    }
}
