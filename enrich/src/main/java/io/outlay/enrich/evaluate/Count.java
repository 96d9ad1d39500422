package io.outlay.enrich.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What was found of what is there. */
public record Count(int found, int wrong, int missed) {
    static final Count NONE = new Count(0, 0, 0);

    Count plus(int moreFound, int moreWrong, int moreMissed) {
        return new Count(found + moreFound, wrong + moreWrong, missed + moreMissed);
    }

    public double precision() {
        return found + wrong == 0 ? 0 : (double) found / (found + wrong);
    }

    public double recall() {
        return found + missed == 0 ? 0 : (double) found / (found + missed);
    }

    /** The harmonic mean of both, 0 when both are. */
    public double f1() {
        double p = precision();
        double r = recall();
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    /** With three decimals, ties to even: the way in which such figures are usually printed. */
    static String three(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }
}
