package io.outlay.aggregate.rolling;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which series change next when no news comes: a row {@code day|series} for each, at the first day that changes any of its totals. */
final class Agenda {
    private static final String PRESENT = "";

    private final Rows rows;

    Agenda(Rows rows) {
        this.rows = rows;
    }

    /** A series that changes on a day. */
    record Due(String key, LocalDate day, Series series) {
        static Due of(String key) {
            int afterDay = key.indexOf('|');
            return new Due(key, LocalDate.parse(key.substring(0, afterDay)), Series.ofKey(key.substring(afterDay + 1)));
        }
    }

    /** The first day up to {@code through} on which any series changes, from a key on. */
    @Nullable
    LocalDate firstDay(String fromKey, LocalDate through) {
        Rows.Row first = rows.first(fromKey, through + "|" + Rows.END);
        return first == null ? null : Due.of(first.key()).day();
    }

    /** At most {@code limit} series that change up to a day, from a key on, the earliest first. */
    List<Due> due(String fromKey, LocalDate through, int limit) {
        return rows.scan(fromKey, through + "|" + Rows.END, limit).stream()
                .map(row -> Due.of(row.key()))
                .toList();
    }

    /** A series changes on another day than before; null is never. */
    void move(Series series, @Nullable LocalDate before, @Nullable LocalDate now) {
        if (Objects.equals(before, now)) {
            return;
        }
        if (before != null) {
            rows.delete(key(before, series));
        }
        if (now != null) {
            rows.put(key(now, series), PRESENT);
        }
    }

    private static String key(LocalDate day, Series series) {
        return day + "|" + series.key();
    }
}
