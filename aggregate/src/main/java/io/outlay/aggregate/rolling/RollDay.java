package io.outlay.aggregate.rolling;

import java.time.LocalDate;

/** The day as of which totals stand, and the row of the agenda that its roll has come to: one row, {@code day cursor}. */
final class RollDay {
    private static final String KEY = "roll-day";

    private final Rows rows;

    RollDay(Rows rows) {
        this.rows = rows;
    }

    /** The roll day; begins it when there is none yet. */
    LocalDate orBegin(LocalDate today) {
        String row = rows.get(KEY);
        if (row == null) {
            reached(today, today.toString());
            return today;
        }
        return LocalDate.parse(row.substring(0, row.indexOf(' ')));
    }

    /** The key from which the roll goes on: all before it is done. */
    String cursor() {
        String row = rows.get(KEY);
        return row == null ? "" : row.substring(row.indexOf(' ') + 1);
    }

    void reached(LocalDate day, String cursor) {
        rows.put(KEY, day + " " + cursor);
    }
}
