package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How the totals of one series stand: all of their fields, in one row, for they change together. */
final class Standing {
    private static final RollingWindow[] WINDOWS = RollingWindow.values();
    private static final String SAME = "=";
    private static final String NONE = "*";

    private final Map<RollingWindow, Window> windows = new EnumMap<>(RollingWindow.class);
    private @Nullable Latest latest;

    Standing() {
        for (RollingWindow window : WINDOWS) {
            windows.put(window, new Window(Sums.ZERO, null, null));
        }
    }

    /**
     * One window.
     *
     * @param changed the last day up to now on which a posting came, left or was forgotten; null before there is one
     * @param changes the next such day
     */
    private record Window(Sums sums, @Nullable LocalDate changed, @Nullable LocalDate changes) {}

    /** What the latest posting tells all windows. */
    private record Latest(LocalDate day, String cause, String country, String name) {}

    private Window now(RollingWindow window) {
        return Objects.requireNonNull(windows.get(window));
    }

    /** The day of the latest posting up to now. */
    @Nullable
    LocalDate latestDay() {
        return latest == null ? null : latest.day;
    }

    /**
     * The last day with a posting, of those to come too: {@link LocalDate#MIN} when there is none, {@link LocalDate#MAX} when it is to
     * come and so not known.
     */
    LocalDate lastDay() {
        if (now(RollingWindow.ALL).changes != null) {
            return LocalDate.MAX;
        }
        return latest == null ? LocalDate.MIN : latest.day;
    }

    void latest(@Nullable SeriesPosting posting) {
        latest = posting == null
                ? null
                : new Latest(posting.day(), posting.cause(), posting.payerCountry(), posting.payerName());
    }

    void add(RollingWindow window, Sums change) {
        Window now = now(window);
        windows.put(window, new Window(now.sums.plus(change), now.changed, now.changes));
    }

    /** The next day on which anything changes. */
    @Nullable
    LocalDate changes() {
        LocalDate first = null;
        for (Window window : windows.values()) {
            first = Days.earlier(first, window.changes);
        }
        return first;
    }

    @Nullable
    LocalDate changes(RollingWindow window) {
        return now(window).changes;
    }

    void changed(RollingWindow window, @Nullable LocalDate last, @Nullable LocalDate next) {
        windows.put(window, new Window(now(window).sums, last, next));
    }

    /** There are postings on a day that had none. */
    void addDay(LocalDate day, LocalDate today) {
        for (RollingWindow window : WINDOWS) {
            Window now = now(window);
            LocalDate changed = now.changed;
            LocalDate changes = now.changes;
            for (LocalDate change : Days.changesBy(day, window)) {
                if (change.isAfter(today)) {
                    changes = Days.earlier(changes, change);
                } else {
                    changed = Days.later(changed, change);
                }
            }
            changed(window, changed, changes);
        }
    }

    /** No posting is left, of any day. */
    boolean empty() {
        Window all = now(RollingWindow.ALL);
        return all.changed == null && all.changes == null;
    }

    /** By window; none where no posting lies in it or in the window before. */
    Map<RollingWindow, RollingTotal> totals(Series series, UnaryOperator<String> countryName) {
        Map<RollingWindow, RollingTotal> totals = new EnumMap<>(RollingWindow.class);
        for (RollingWindow window : WINDOWS) {
            RollingTotal total = total(series, window, countryName);
            if (total != null) {
                totals.put(window, total);
            }
        }
        return totals;
    }

    private @Nullable RollingTotal total(Series series, RollingWindow window, UnaryOperator<String> countryName) {
        Window now = now(window);
        if (latest == null || now.changed == null || forgotten(latest.day, window, now.changed)) {
            return null;
        }
        return Labels.of(series, latest.name, latest.country, countryName)
                .total(
                        window,
                        now.changed,
                        now.changes == null ? null : now.changes.minusDays(1),
                        now.sums,
                        now.sums.lines() > 0 ? latest.cause : Labels.EXPIRY);
    }

    /** The last change that there can be is that the latest posting leaves the window before. */
    private static boolean forgotten(LocalDate latest, RollingWindow window, LocalDate changed) {
        return window != RollingWindow.ALL && !changed.isBefore(latest.plusDays(2L * window.days()));
    }

    /**
     * {@code latest day;windows;cause;country;name}, where the name may hold anything. A window is {@code sums/changed/changes}: sums
     * {@code =} when they are those of the shorter window, days as distances from the latest posting's, nothing for a distance of 0.
     */
    String row() {
        LocalDate origin = latest == null ? LocalDate.EPOCH : latest.day;
        StringBuilder row = new StringBuilder();
        row.append(latest == null ? NONE : Long.toString(latest.day.toEpochDay()));
        Sums shorter = null;
        for (Window window : windows.values()) {
            row.append(';').append(window.sums.equals(shorter) ? SAME : window.sums.text());
            row.append('/').append(distance(origin, window.changed));
            row.append('/').append(distance(origin, window.changes));
            shorter = window.sums;
        }
        if (latest != null) {
            row.append(';')
                    .append(latest.cause)
                    .append(';')
                    .append(latest.country)
                    .append(';')
                    .append(latest.name);
        }
        return row.toString();
    }

    static Standing ofRow(String row) {
        String[] fields = row.split(";", WINDOWS.length + 4);
        boolean any = !fields[0].equals(NONE);
        LocalDate origin = any ? LocalDate.ofEpochDay(Long.parseLong(fields[0])) : LocalDate.EPOCH;
        Standing standing = new Standing();
        Sums shorter = Sums.ZERO;
        for (int w = 0; w < WINDOWS.length; w++) {
            String[] window = fields[1 + w].split("/", -1);
            Sums sums = window[0].equals(SAME) ? shorter : Sums.ofText(window[0]);
            standing.windows.put(WINDOWS[w], new Window(sums, day(origin, window[1]), day(origin, window[2])));
            shorter = sums;
        }
        if (any) {
            int behind = 1 + WINDOWS.length;
            standing.latest = new Latest(origin, fields[behind], fields[behind + 1], fields[behind + 2]);
        }
        return standing;
    }

    private static String distance(LocalDate from, @Nullable LocalDate day) {
        if (day == null) {
            return NONE;
        }
        return day.equals(from) ? "" : Long.toString(day.toEpochDay() - from.toEpochDay());
    }

    private static @Nullable LocalDate day(LocalDate from, String distance) {
        if (distance.equals(NONE)) {
            return null;
        }
        return distance.isEmpty() ? from : from.plusDays(Long.parseLong(distance));
    }
}
