package io.outlay.dashboard.live;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A place in a topic: for each partition the offset to go on with. Written {@code 12.0.7}, in the order of partitions. */
public final class Position {
    private final long[] next;

    private Position(long[] next) {
        this.next = next;
    }

    /** Before the first record of every partition. */
    public static Position beginning(int partitions) {
        return new Position(new long[partitions]);
    }

    /** @throws IllegalArgumentException if the text is no place in a topic of so many partitions */
    public static Position of(String text, int partitions) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != partitions) {
            throw new IllegalArgumentException("must be " + partitions + " offsets joined by '.'");
        }
        long[] next = new long[partitions];
        for (int i = 0; i < partitions; i++) {
            try {
                next[i] = Long.parseLong(parts[i]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + parts[i] + "' is no offset", e);
            }
            if (next[i] < 0) {
                throw new IllegalArgumentException("'" + parts[i] + "' is no offset");
            }
        }
        return new Position(next);
    }

    public long next(int partition) {
        return next[partition];
    }

    /** Behind a record. */
    public Position after(int partition, long offset) {
        long[] moved = next.clone();
        moved[partition] = Math.max(moved[partition], offset + 1);
        return new Position(moved);
    }

    /** Whether all that lies before this lies before the other too. */
    public boolean isWithin(Position other) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] > other.next[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that && Arrays.equals(next, that.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining("."));
    }
}
