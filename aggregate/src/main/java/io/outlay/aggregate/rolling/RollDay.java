package io.outlay.aggregate.rolling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day as of which totals stand, and the row of the agenda that the roll has come to: one row, {@code day cursor}, of which a copy is
 * kept.
 */
final class RollDay {
    private static final String KEY = "roll-day";

    private final Rows rows;
    private @Nullable Reached reached;

    private record Reached(LocalDate day, String cursor) {}

    RollDay(Rows rows) {
        this.rows = rows;
    }

    /** The roll day; begins it when there is none yet. */
    LocalDate orBegin(LocalDate today) {
        Reached known = known();
        if (known == null) {
            reached(today, today.toString());
            return today;
        }
        return known.day;
    }

    /** The key from which the roll goes on: all before it is done. */
    String cursor() {
        Reached known = known();
        return known == null ? "" : known.cursor;
    }

    void reached(LocalDate day, String cursor) {
        rows.put(KEY, day + " " + cursor);
        reached = new Reached(day, cursor);
    }

    private @Nullable Reached known() {
        String row = reached == null ? rows.get(KEY) : null;
        if (row != null) {
            int space = row.indexOf(' ');
            reached = new Reached(LocalDate.parse(row.substring(0, space)), row.substring(space + 1));
        }
        return reached;
    }
}
