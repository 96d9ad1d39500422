package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the coming days will change: a row {@code day|series|window} for each total that changes on a day, with all that the day brings
 * to it. A day is rolled over by taking its rows away.
 */
final class Agenda {
    private final Rows rows;

    Agenda(Rows rows) {
        this.rows = rows;
    }

    /**
     * One row.
     *
     * @param sums what the day adds to the total
     * @param postings how many postings have made an entry here; without any the row goes
     */
    record Entry(Sums sums, int postings) {
        static final Entry NONE = new Entry(Sums.ZERO, 0);

        Entry plus(Entry other) {
            return new Entry(sums.plus(other.sums), postings + other.postings);
        }

        String text() {
            return sums.low() + "," + sums.headline() + "," + sums.high() + "," + sums.added() + "," + sums.removed()
                    + "," + sums.previousHeadline() + "," + sums.lines() + "," + postings;
        }

        static Entry ofText(String text) {
            String[] fields = text.split(",", -1);
            long[] sum = new long[7];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = Long.parseLong(fields[i]);
            }
            return new Entry(
                    new Sums(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6]),
                    Integer.parseInt(fields[sum.length]));
        }
    }

    /** A total that changes on a day. */
    record Due(String key, LocalDate day, Series series, RollingWindow window, Entry entry) {
        static Due of(Rows.Row row) {
            int afterDay = row.key().indexOf('|');
            int beforeWindow = row.key().lastIndexOf('|');
            return new Due(
                    row.key(),
                    LocalDate.parse(row.key().substring(0, afterDay)),
                    Series.ofKey(row.key().substring(afterDay + 1, beforeWindow)),
                    RollingWindow.ofLabel(row.key().substring(beforeWindow + 1)),
                    Entry.ofText(row.value()));
        }
    }

    /** At most {@code limit} totals that change up to a day, from a key on, the earliest first. */
    List<Due> due(String fromKey, LocalDate through, int limit) {
        List<Due> due = new ArrayList<>();
        for (Rows.Row row : rows.scan(fromKey, through + "|" + Rows.END, limit)) {
            due.add(Due.of(row));
        }
        return due;
    }

    /** Takes away what a day brings to a total; {@link Sums#ZERO} when that is nothing, or was taken before. */
    Sums take(LocalDate day, Series series, RollingWindow window) {
        String key = key(day, series, window);
        String row = rows.get(key);
        if (row == null) {
            return Sums.ZERO;
        }
        rows.delete(key);
        return Entry.ofText(row).sums();
    }

    private static String key(LocalDate day, Series series, RollingWindow window) {
        return day + "|" + series.key(window);
    }

    /** Collects what one change of postings brings, up to today and later, and writes each row once. */
    final class Draft {
        private final Series series;
        private final LocalDate today;
        private final Map<RollingWindow, Sums> upToToday = new EnumMap<>(RollingWindow.class);
        private final Map<String, Entry> later = new TreeMap<>();

        Draft(Series series, LocalDate today) {
            this.series = series;
            this.today = today;
        }

        /** {@code entry} comes to the total on {@code day}; nothing does on a null day. */
        void add(RollingWindow window, @Nullable LocalDate day, Entry entry) {
            if (day == null) {
                return;
            }
            if (day.isAfter(today)) {
                later.merge(key(day, series, window), entry, Entry::plus);
            } else {
                upToToday.merge(window, entry.sums(), Sums::plus);
            }
        }

        /** Writes the coming days. */
        void write() {
            later.forEach((key, entry) -> {
                if (!entry.equals(Entry.NONE)) {
                    String row = rows.get(key);
                    Entry sum = row == null ? entry : Entry.ofText(row).plus(entry);
                    if (sum.postings() == 0) {
                        rows.delete(key);
                    } else {
                        rows.put(key, sum.text());
                    }
                }
            });
        }

        /** What changes in the total of today. */
        Sums upToToday(RollingWindow window) {
            return upToToday.getOrDefault(window, Sums.ZERO);
        }
    }
}
