package io.outlay.contracts;

/**
 * Low, headline and high in whole units of one currency. Changes may be negative and need not be ordered.
 *
 * @param low in whole units
 * @param headline in whole units
 * @param high in whole units
 */
public record Band(long low, long headline, long high) {
    public static final Band ZERO = new Band(0, 0, 0);

    public Band plus(Band other) {
        return new Band(
                Math.addExact(low, other.low),
                Math.addExact(headline, other.headline),
                Math.addExact(high, other.high));
    }

    public Band minus(Band other) {
        return plus(other.negated());
    }

    public Band negated() {
        return new Band(-low, -headline, -high);
    }
}
