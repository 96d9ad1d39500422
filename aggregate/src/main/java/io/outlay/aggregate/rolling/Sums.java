package io.outlay.aggregate.rolling;

/**
 * The sums of a rolling total, or a change of them. Sums wrap around beyond 2^63, which takes a thousand amounts of the largest size: then
 * a retraction still restores what was there before.
 *
 * @param removed what of {@code headline} is negative; the rest is added
 * @param lines distinct lines with a posting in the window
 */
record Sums(long low, long headline, long high, long removed, long previousHeadline, long lines) {
    static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0);

    /** Only so many lines. */
    static Sums ofLines(long lines) {
        return new Sums(0, 0, 0, 0, 0, lines);
    }

    long added() {
        return headline - removed;
    }

    Sums plus(Sums other) {
        return new Sums(
                low + other.low,
                headline + other.headline,
                high + other.high,
                removed + other.removed,
                previousHeadline + other.previousHeadline,
                lines + other.lines);
    }

    Sums negated() {
        return new Sums(-low, -headline, -high, -removed, -previousHeadline, -lines);
    }

    /** The same money one window on: what was in the window is in the one before. */
    Sums expired() {
        return new Sums(0, 0, 0, 0, headline, 0);
    }

    /** Short: low and high as their distances from the headline, nothing for a 0, and no more fields than there are. */
    String text() {
        long[] fields = {headline, headline - low, high - headline, removed, previousHeadline, lines};
        StringBuilder text = new StringBuilder();
        int written = 0;
        for (int f = 0; f < fields.length; f++) {
            if (fields[f] != 0) {
                for (; written < f; written++) {
                    text.append(',');
                }
                text.append(fields[f]);
            }
        }
        return text.toString();
    }

    static Sums ofText(String text) {
        String[] written = text.split(",", -1);
        long[] fields = new long[6];
        for (int f = 0; f < written.length; f++) {
            fields[f] = written[f].isEmpty() ? 0 : Long.parseLong(written[f]);
        }
        return new Sums(fields[0] - fields[1], fields[0], fields[0] + fields[2], fields[3], fields[4], fields[5]);
    }
}
