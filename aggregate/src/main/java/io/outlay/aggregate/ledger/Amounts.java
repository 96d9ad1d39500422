package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Band;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.RateUsed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Comparing and converting amounts of money. */
final class Amounts {
    /** By size, so that resolution has one order whatever came first. */
    static final Comparator<Amount> ORDER = Comparator.comparingLong(Amount::headline)
            .thenComparingLong(Amount::high)
            .thenComparingLong(Amount::low)
            .thenComparing(Amount::currency)
            .thenComparing(Amount::qualifier)
            .thenComparing(Amount::per, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** R10: two numbers agree when they differ by at most this many hundredths of the larger. */
    private static final int AGREEMENT_PERCENT = 3;

    /** JSON integers end at 2^53 − 1. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

    private Amounts() {}

    /** Whether two positive numbers of one unit agree. */
    static boolean near(long a, long b) {
        return a > 0 && b > 0 && Math.abs(a - b) <= Math.max(a, b) / 100 * AGREEMENT_PERCENT;
    }

    /** A range with two known ends; {@code up to x} has none below. */
    static boolean isFullRange(Amount a) {
        return a.low() > 0 && a.low() < a.high() && a.qualifier() != Qualifier.VAGUE;
    }

    static boolean sameNumbers(Amount a, Amount b) {
        return a.low() == b.low()
                && a.headline() == b.headline()
                && a.high() == b.high()
                && a.currency().equals(b.currency())
                && a.per() == b.per();
    }

    static Band band(Amount a) {
        return new Band(a.low(), a.headline(), a.high());
    }

    /** L7: to the dollar, half to even, once; null without a rate, or with one that makes no sum of money. */
    static @Nullable Band usd(Band units, @Nullable RateUsed rate) {
        if (rate == null) {
            return null;
        }
        if (rate.unitsPerUsd().equals("1")) {
            return units;
        }
        BigDecimal perUsd = new BigDecimal(rate.unitsPerUsd());
        if (new BigDecimal(units.high()).compareTo(perUsd.multiply(LARGEST)) > 0) {
            return null;
        }
        long low = usd(units.low(), perUsd);
        long headline = units.headline() == units.low() ? low : usd(units.headline(), perUsd);
        long high = units.high() == units.headline() ? headline : usd(units.high(), perUsd);
        return new Band(low, headline, high);
    }

    private static long usd(long units, BigDecimal perUsd) {
        return units == 0
                ? 0
                : new BigDecimal(units)
                        .divide(perUsd, 0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }
}
