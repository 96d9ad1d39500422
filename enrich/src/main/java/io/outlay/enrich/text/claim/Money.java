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
    public Amount amount() {
        return new Amount(low, headline, high, currency, qualifier, per);
    }
}
