package io.outlay.enrich.text.amount;

import java.math.BigDecimal;

/** Decides whether a quantity and the one after it are the two ends of a range. */
final class RangeJoiner {
    /** What two quantities are to each other. */
    enum Joint {
        /** The second has nothing to do with the first. */
        NONE,
        /** The ends of one range: {@code $65-72 billion}. */
        RANGE,
        /** Two figures in one breath, a change: {@code from 10 billion to 12 billion euros}. */
        TWO
    }

    /** Ends farther apart than this, as a factor, are no range. */
    private static final BigDecimal WIDEST = BigDecimal.valueOf(1000);

    /** The same where the dash between them was lost. */
    private static final BigDecimal WIDEST_WITHOUT_DASH = BigDecimal.valueOf(2);

    private final String text;
    private final TextLanguage language;
    private final QuantityReader reader;
    private final AmountWords words;
    private final CurrencyLexicon.Hit hit;

    RangeJoiner(String text, TextLanguage language, QuantityReader reader, AmountWords words, CurrencyLexicon.Hit hit) {
        this.text = text;
        this.language = language;
        this.reader = reader;
        this.words = words;
        this.hit = hit;
    }

    /** Reads the quantity that follows into {@code second}; may give {@code first} the scale of it. */
    Joint join(Quantity first, Quantity second, int floor) {
        boolean between = words.isBetween(text, first.start, floor);
        int joined = between ? words.afterAnd(text, first.end) : words.afterTo(text, first.end);
        int at = joined < 0 ? Chars.skipSpace(text, first.end) : joined;
        int number = reader.numberBehindSign(text, at, hit);
        if (number < 0 && joined >= 0 && at < text.length() && Chars.isLetter(text.charAt(first.numberStart))) {
            number = at; // three to five billion
        }
        boolean sign = first.before != null && first.before.sign();
        if (number < 0 || joined < 0 && number == at || !reader.read(text, number, at, language, sign, second, hit)) {
            return Joint.NONE;
        }
        if (!agree(first, second)) {
            return Joint.NONE;
        }
        if (joined < 0) {
            return hasLostDash(first, second) ? Joint.RANGE : Joint.NONE;
        }
        boolean dash = joined == first.end + 1; // from $30 billion-$37 billion: one range, which something came from
        if (!between && !dash && first.scaled && words.isChange(text, first.start, floor)) {
            return first.hasCurrency() || second.scaled ? Joint.TWO : Joint.NONE;
        }
        boolean tight = number - first.end <= 2 || second.start - first.end <= 1;
        boolean plausible = second.scaled
                || between
                || tight
                || first.hasCurrency() && second.hasCurrency()
                || second.after != null && !first.hasCurrency();
        if (!plausible) {
            return Joint.NONE;
        }
        inheritScale(first, second);
        return isRising(first, second, WIDEST) ? Joint.RANGE : Joint.NONE;
    }

    /** Whether there is a currency and no contradiction about it. */
    private static boolean agree(Quantity first, Quantity second) {
        if (!first.hasCurrency() || !second.hasCurrency()) {
            return first.hasCurrency() || second.hasCurrency();
        }
        for (String code : first.candidates()) {
            if (second.candidates().contains(code)) {
                return true;
            }
        }
        return false;
    }

    /** {@code $60 billion $65 billion}: the dash between was lost on the way. */
    private static boolean hasLostDash(Quantity first, Quantity second) {
        return first.scaled && second.scaled && first.before != null && isRising(first, second, WIDEST_WITHOUT_DASH);
    }

    /** {@code $65-72 billion}: the scale of the upper end is that of the lower, too. */
    private static void inheritScale(Quantity first, Quantity second) {
        if (first.scaled || !second.scaled || first.mantissa >= 1000) {
            return;
        }
        BigDecimal upper = BigDecimal.valueOf(second.mantissa, -(second.power - second.scalePower));
        if (first.value().compareTo(upper) <= 0) {
            first.power += second.scalePower;
            first.scaled = true;
            first.scalePower = second.scalePower;
        }
    }

    private static boolean isRising(Quantity first, Quantity second, BigDecimal widest) {
        BigDecimal low = first.value();
        BigDecimal high = second.value();
        return low.signum() > 0 && low.compareTo(high) <= 0 && high.compareTo(low.multiply(widest)) <= 0;
    }
}
