package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The totals of {@link RollingTotals}, kept in rows and moved by what is new. A posting of any age costs the same: it changes how the
 * totals stand today, and the row of its day. A day that begins takes what comes, leaves and is forgotten from the rows of the days that
 * are so many days away. Which series change on a coming day stands on an agenda: one row for each series, at the first such day.
 *
 * <p>The roll day is the day as of which the totals stand. It never goes backwards, whatever the clock does. While a day is being
 * rolled, news for a series first rolls that series, so that its totals are never of two days.
 */
public final class RunningTotals {
    private static final RollingWindow[] WINDOWS = RollingWindow.values();
    /** How many totals a series may change at once. */
    private static final int TOTALS_OF_A_SERIES = WINDOWS.length;

    private final SeriesRows rows;
    private final Rows standings;
    private final Agenda agenda;
    private final RollDay rollDay;
    private final EarlierRows earlier;
    private final SeriesMemory memory = new SeriesMemory();
    private final UnaryOperator<String> countryName;

    /**
     * Where the rows lie.
     *
     * @param earlier those of version 0.1.0, which are taken over
     */
    public record Stores(
            Rows postings,
            Rows otherLines,
            Rows days,
            Rows standings,
            Rows agenda,
            Rows rollDay,
            EarlierRows.Stores earlier) {

        /** All in one set of rows: those of a kind begin with it. */
        public static Stores of(Function<String, Rows> kind) {
            return new Stores(
                    kind.apply("posting|"),
                    kind.apply("other|"),
                    kind.apply("date|"),
                    kind.apply("stand|"),
                    kind.apply("due|"),
                    kind.apply("roll|"),
                    new EarlierRows.Stores(
                            kind.apply("day|"), kind.apply("line|"), kind.apply("agenda|"), kind.apply("total|")));
        }
    }

    /**
     * A total that changed.
     *
     * @param key of the public record
     * @param now null when no posting is left in the window or the one before
     */
    public record Published(Series series, String key, @Nullable RollingTotal now) {}

    /**
     * A step of the roll.
     *
     * @param more whether there may be more to roll
     */
    public record Rolled(List<Published> published, boolean more) {}

    /** @param countryName the name of a country code as a posting carries it, several joined and {@code *} included */
    public RunningTotals(Stores stores, UnaryOperator<String> countryName) {
        this.rows = new SeriesRows(stores.postings(), stores.otherLines(), stores.days());
        this.standings = stores.standings();
        this.agenda = new Agenda(stores.agenda());
        this.rollDay = new RollDay(stores.rollDay());
        this.earlier = new EarlierRows(stores.earlier());
        this.countryName = countryName;
    }

    /**
     * Takes in changed postings of one series.
     *
     * @param today where the roll day begins when there is none yet
     * @return the totals that changed, at most one per window, each with all of the changes in it
     */
    public List<Published> post(SeriesChange news, LocalDate today) {
        Series series = news.series();
        LocalDate asOf = rollDay.orBegin(today);
        return change(series, asOf, known -> {
            LocalDate due = known.standing().changes();
            if (due != null && !due.isAfter(asOf)) {
                new SeriesDraft(rows, series, known, asOf).begin();
            }
            SeriesDraft draft = new SeriesDraft(rows, series, known, asOf);
            news.changes().forEach(draft::take);
            draft.finish();
        });
    }

    /**
     * Rolls on to today, a bounded step. A clock that jumped back changes nothing.
     *
     * @param limit how many totals to change at most; a series is never cut
     */
    public Rolled roll(LocalDate today, int limit) {
        LocalDate from = rollDay.orBegin(today);
        LocalDate through = from.isAfter(today) ? from : today;
        List<Published> published = new ArrayList<>();
        if (takeOver(from, limit, published)) {
            return new Rolled(published, true);
        }
        // A series that is rolled over a day has its next day later: so one day after the other.
        for (LocalDate day = agenda.firstDay(rollDay.cursor(), through);
                day != null;
                day = agenda.firstDay(rollDay.cursor(), through)) {
            for (Agenda.Due due : agenda.due(rollDay.cursor(), day, limit)) {
                published.addAll(change(
                        due.series(), day, known -> new SeriesDraft(rows, due.series(), known, due.day()).begin()));
                rollDay.reached(day, due.key());
                if (published.size() > limit - TOTALS_OF_A_SERIES) {
                    return new Rolled(published, true);
                }
            }
        }
        if (through.isAfter(from)) {
            rollDay.reached(through, through.toString());
        }
        return new Rolled(published, false);
    }

    /** Takes over what an earlier version left, a bounded step; true while there is more to do. */
    private boolean takeOver(LocalDate asOf, int limit, List<Published> published) {
        if (!earlier.any()) {
            return false;
        }
        Series next = earlier.next();
        for (int taken = 0; next != null && taken < limit; taken += TOTALS_OF_A_SERIES) {
            published.addAll(change(next, asOf, known -> {}));
            next = earlier.next();
        }
        if (next == null) {
            earlier.forgetAgenda(limit);
        }
        if (earlier.any()) {
            return true;
        }
        rollDay.reached(asOf, asOf.toString());
        return false;
    }

    private interface Change {
        void of(SeriesMemory.Remembered known);
    }

    /** Changes how a series stands, and tells which of its totals are others then. */
    private List<Published> change(Series series, LocalDate asOf, Change change) {
        SeriesMemory.Remembered known = memory.take(series.key());
        if (known == null) {
            known = read(series);
        }
        Standing standing = known.standing();
        LocalDate due = standing.changes();
        Map<RollingWindow, RollingTotal> before = known.totals();
        if (earlier.any()) {
            before = Objects.requireNonNullElse(takeOver(series, known, asOf), before);
        }
        change.of(known);
        String row = write(series, known.row(), standing);
        agenda.move(series, due, standing.changes());
        Map<RollingWindow, RollingTotal> after = standing.totals(series, countryName);
        List<Published> published = new ArrayList<>(TOTALS_OF_A_SERIES);
        for (RollingWindow window : WINDOWS) {
            RollingTotal now = after.get(window);
            if (!Objects.equals(before.get(window), now)) {
                published.add(new Published(series, series.key(window), now));
            }
        }
        memory.keep(series.key(), new SeriesMemory.Remembered(row, standing, after, known.lastOfLine()));
        return published;
    }

    private SeriesMemory.Remembered read(Series series) {
        String row = standings.get(series.key());
        if (row == null) {
            return SeriesMemory.Remembered.nothing();
        }
        Standing standing = Standing.ofRow(row);
        return new SeriesMemory.Remembered(row, standing, standing.totals(series, countryName), new HashMap<>());
    }

    private @Nullable Map<RollingWindow, RollingTotal> takeOver(
            Series series, SeriesMemory.Remembered known, LocalDate asOf) {
        return earlier.take(series, postings -> {
            SeriesDraft draft = new SeriesDraft(rows, series, known, asOf);
            postings.forEach(posting -> draft.take(new SeriesChange.Change(posting.line(), posting.day(), posting)));
            draft.finish();
        });
    }

    private @Nullable String write(Series series, @Nullable String before, Standing standing) {
        String now = standing.empty() ? null : standing.row();
        if (Objects.equals(before, now)) {
            return now;
        }
        if (now == null) {
            standings.delete(series.key());
        } else {
            standings.put(series.key(), now);
        }
        return now;
    }
}
