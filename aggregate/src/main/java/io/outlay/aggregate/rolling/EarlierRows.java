package io.outlay.aggregate.rolling;

import io.outlay.contracts.Json;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows that version 0.1.0 kept: postings by day and by line, what each coming day brings to each total, and the totals. They are
 * taken over series by series, each at its first news or in the steps of the roll, and are gone then. A store that never had such rows is
 * asked once.
 */
final class EarlierRows {
    private static final int PAGE = 1_000;

    private final Stores rows;
    private boolean gone;

    /** Where they lie. */
    public record Stores(Rows postingsByDay, Rows postingsByLine, Rows agenda, Rows totals) {}

    EarlierRows(Stores rows) {
        this.rows = rows;
    }

    /** Whether any are left. */
    boolean any() {
        if (!gone) {
            gone = rows.postingsByDay.first("", Rows.END) == null && rows.agenda.first("", Rows.END) == null;
        }
        return !gone;
    }

    /** A series whose postings are still to be taken over; null when there is none. */
    @Nullable
    Series next() {
        Rows.Row first = rows.postingsByDay.first("", Rows.END);
        return first == null ? null : Series.ofKey(seriesKey(first.key(), posting(first)));
    }

    /**
     * Takes the postings of a series away, so many at a time.
     *
     * @return its totals as they were published last; null when nothing of the series is left here
     */
    @Nullable
    Map<RollingWindow, RollingTotal> take(Series series, Consumer<List<SeriesPosting>> to) {
        String prefix = series.key() + "|";
        List<Rows.Row> page = rows.postingsByDay.scan(prefix, prefix + Rows.END, PAGE);
        if (page.isEmpty()) {
            return null;
        }
        for (; !page.isEmpty(); page = rows.postingsByDay.scan(prefix, prefix + Rows.END, PAGE)) {
            List<SeriesPosting> postings = new ArrayList<>(page.size());
            for (Rows.Row row : page) {
                SeriesPosting posting = posting(row);
                postings.add(posting);
                rows.postingsByDay.delete(row.key());
                rows.postingsByLine.delete(prefix + posting.line() + "|" + posting.day());
            }
            to.accept(postings);
        }
        Map<RollingWindow, RollingTotal> totals = new EnumMap<>(RollingWindow.class);
        for (RollingWindow window : RollingWindow.values()) {
            String row = rows.totals.get(series.key(window));
            if (row != null) {
                totals.put(window, Json.read(row.getBytes(StandardCharsets.UTF_8), RollingTotal.class));
                rows.totals.delete(series.key(window));
            }
        }
        return totals;
    }

    /** What coming days bring is found anew: takes at most so many rows of it away. */
    void forgetAgenda(int limit) {
        rows.agenda.scan("", Rows.END, limit).forEach(row -> rows.agenda.delete(row.key()));
    }

    private static SeriesPosting posting(Rows.Row row) {
        return Json.read(row.value().getBytes(StandardCharsets.UTF_8), SeriesPosting.class);
    }

    /** {@code series|day|line} without the last two. */
    private static String seriesKey(String key, SeriesPosting posting) {
        String behind = "|" + posting.day() + "|" + posting.line();
        return key.substring(0, key.length() - behind.length());
    }
}
