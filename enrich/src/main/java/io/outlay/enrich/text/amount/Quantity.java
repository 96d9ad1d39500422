package io.outlay.enrich.text.amount;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number as it is being read, with its scale and currency: mantissa × 10^power. Filled in place, so that most numbers cost no object. */
final class Quantity {
    /** Amounts at or above 2^53 are refused; 2^53 has 16 digits. */
    private static final BigDecimal LIMIT = BigDecimal.valueOf((1L << 53) - 1);

    int start;
    int end;
    /** Where the number itself begins, behind a sign. */
    int numberStart;

    long mantissa;
    int power;
    /** Whether the characters form a number at all; version numbers, dates and endless digits do not. */
    boolean valid;
    /** Whether a scale word such as {@code billion} or 億 was read. */
    boolean scaled;
    /** The power of ten of the scale words alone. */
    int scalePower;
    /** How wide the number is open above, as a factor: {@code tens of} is 20 to 99. Zero for a plain number. */
    int vagueHigh;
    /** Whether the text says "and more" inside the number: {@code $1.1+ trillion}, 2000多亿. */
    boolean openEnded;
    /** What stood before the number, null if no currency did. */
    @Nullable
    CurrencyName before;
    /** What stood after it. */
    @Nullable
    CurrencyName after;

    void reset(int at) {
        start = at;
        numberStart = at;
        end = at;
        mantissa = 0;
        power = 0;
        valid = false;
        scaled = false;
        scalePower = 0;
        vagueHigh = 0;
        openEnded = false;
        before = null;
        after = null;
    }

    boolean hasCurrency() {
        return before != null || after != null;
    }

    /** What the text says of the currency: the name after the number tells more than the sign before it. */
    List<String> candidates() {
        if (after != null
                && (before == null
                        || after.candidates().size() < before.candidates().size())) {
            return after.candidates();
        }
        return before == null ? List.of() : before.candidates();
    }

    /** What told the currency; null if nothing did. */
    @Nullable
    CurrencyName name() {
        return after != null ? after : before;
    }

    BigDecimal value() {
        return plain(BigDecimal.valueOf(mantissa, -power));
    }

    BigDecimal vagueHighValue() {
        return plain(BigDecimal.valueOf(vagueHigh, -power));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    boolean tooLarge() {
        return power > 18
                || value().compareTo(LIMIT) > 0
                || vagueHigh > 0 && vagueHighValue().compareTo(LIMIT) > 0;
    }
}
