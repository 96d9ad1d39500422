package io.outlay.contracts;

import org.jspecify.annotations.Nullable;

/**
 * An amount of money as a text states it, in whole units of {@code currency}: low ≤ headline ≤ high.
 *
 * @param low the least that the text promises
 * @param headline the figure that counts: of a range its upper end
 * @param high the most that the text speaks of
 * @param currency ISO 4217 code
 * @param qualifier how the text qualifies it
 * @param per the unit of a rate, null for a plain amount
 */
public record Amount(long low, long headline, long high, String currency, Qualifier qualifier, @Nullable RateUnit per) {
    public Amount {
        Check.amount(low, "low");
        Check.amount(headline, "headline");
        Check.amount(high, "high");
        Check.currency(currency, "currency");
        Check.required(qualifier, "qualifier");
        if (low > headline || headline > high) {
            throw new IllegalArgumentException(
                    "low ≤ headline ≤ high must hold, not " + low + ", " + headline + ", " + high);
        }
    }

    public static Amount exactly(long units, String currency) {
        return new Amount(units, units, units, currency, Qualifier.EXACT, null);
    }
}
