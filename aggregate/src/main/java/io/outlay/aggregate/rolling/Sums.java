package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingTotal;

/**
 * The sums of a rolling total, or a change of them. Sums wrap around beyond 2^63, which takes a thousand amounts of the largest size: then
 * a retraction still restores what was there before.
 *
 * @param lines distinct lines with a posting in the window
 */
record Sums(long low, long headline, long high, long added, long removed, long previousHeadline, long lines) {
    static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0, 0);

    /** The sums that a total carries. */
    static Sums of(RollingTotal total) {
        return new Sums(
                total.lowUsd(),
                total.headlineUsd(),
                total.highUsd(),
                total.addedUsd(),
                total.removedUsd(),
                total.previousHeadlineUsd(),
                total.commitments());
    }

    Sums plus(Sums other) {
        return new Sums(
                low + other.low,
                headline + other.headline,
                high + other.high,
                added + other.added,
                removed + other.removed,
                previousHeadline + other.previousHeadline,
                lines + other.lines);
    }

    Sums negated() {
        return new Sums(-low, -headline, -high, -added, -removed, -previousHeadline, -lines);
    }
}
