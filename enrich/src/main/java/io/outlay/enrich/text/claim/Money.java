package io.outlay.enrich.text.claim;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.RateUnit;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in the body, in UTF-16 offsets.
 *
 * @param index which of the article's amounts it is
 * @param usdPrinted the dollar conversion printed beside it, null when none is
 * @param conversion whether an amount before it has taken it in: as its conversion, or as what it may rise to
 */
public record Money(
        int index,
        int start,
        int end,
        long low,
        long headline,
        long high,
        String currency,
        boolean ambiguous,
        Qualifier qualifier,
        @Nullable RateUnit per,
        @Nullable Long usdPrinted,
        boolean conversion) {
    /** Currency, unit and the first three digits: the same for the same money told again, up to rounding. */
    String rounded() {
        long digits = headline;
        int zeros = 0;
        while (digits >= 1000) {
            digits = (digits + 5) / 10;
            zeros++;
        }
        return currency + " " + digits + "e" + zeros + (per == null ? "" : " " + per);
    }

    public Amount amount() {
        return new Amount(low, headline, high, currency, qualifier, per);
    }
}
