package io.outlay.aggregate;

import io.outlay.aggregate.rolling.Rows;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The payers to be resolved again. A payer is called for once, however many records of it come before the call arrives: calls go over a
 * topic, so that all records of a transaction share one resolution, and what waits to be resolved can be seen as lag.
 */
final class DirtyPayers {
    /** In the place of a figure: rates or corrections changed, which may concern any. */
    static final String ALL = "*";

    private static final String DIRTY = "dirty|";
    private static final String TOUCHED = "touched|";

    private final Rows rows;

    /** @param rows {@code dirty|payer} and {@code touched|payer|figure} */
    DirtyPayers(Rows rows) {
        this.rows = rows;
    }

    /**
     * @param figures whose rows changed
     * @return whether the payer must be called for
     */
    boolean mark(String payer, Collection<String> figures) {
        figures.forEach(figure -> rows.put(TOUCHED + payer + "|" + figure, ""));
        if (rows.get(DIRTY + payer) != null) {
            return false;
        }
        rows.put(DIRTY + payer, "");
        return true;
    }

    /** @return whether the payer is still to be resolved; it is not any more after this */
    boolean take(String payer) {
        boolean dirty = rows.get(DIRTY + payer) != null;
        rows.delete(DIRTY + payer);
        return dirty;
    }

    /** The figures whose rows changed since the payer was last resolved. */
    Set<String> touched(String payer) {
        String prefix = TOUCHED + payer + "|";
        Set<String> figures = new TreeSet<>();
        for (Rows.Row row : JsonRows.rowsOf(rows, prefix)) {
            figures.add(row.key().substring(prefix.length()));
        }
        return figures;
    }

    /** They have been resolved. */
    void untouch(String payer, Collection<String> figures) {
        figures.forEach(figure -> rows.delete(TOUCHED + payer + "|" + figure));
    }
}
