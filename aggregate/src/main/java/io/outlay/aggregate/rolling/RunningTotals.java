package io.outlay.aggregate.rolling;

import io.outlay.contracts.Json;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The totals of {@link RollingTotals}, kept in rows and moved by what is new. A posting of any age costs the same: it changes the total
 * of today by what it has in the window of today, and leaves on the {@link Agenda} what coming days will add or take. A day that begins
 * takes its own rows from there.
 *
 * <p>How the lines in a window are counted: each posting counts from its day until the line's next posting takes over or the posting
 * leaves, whichever comes first. So a line counts 1 while it has a posting in the window, and a new posting touches two neighbours.
 *
 * <p>The roll day is the day as of which the totals stand. It never goes backwards, whatever the clock does. While a day is being
 * rolled, news for a series first rolls that series, so that its totals are never of two days.
 */
public final class RunningTotals {
    private final SeriesRows postings;
    private final Agenda agenda;
    private final Rows totals;
    private final RollDay rollDay;
    private final UnaryOperator<String> countryName;

    /** Where the rows lie. */
    public record Stores(Rows postingsByDay, Rows postingsByLine, Rows agenda, Rows totals, Rows rollDay) {}

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
        this.postings = new SeriesRows(stores.postingsByDay(), stores.postingsByLine());
        this.agenda = new Agenda(stores.agenda());
        this.totals = stores.totals();
        this.rollDay = new RollDay(stores.rollDay());
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
        Agenda.Draft draft = agenda.new Draft(series, asOf);
        for (SeriesChange.Change change : news.changes()) {
            post(series, change, draft);
        }
        draft.write();
        List<Published> published = new ArrayList<>();
        for (RollingWindow window : RollingWindow.values()) {
            Sums rolled = agenda.take(asOf, series, window);
            publish(series, window, asOf, rolled.plus(draft.upToToday(window)), published);
        }
        return published;
    }

    private void post(Series series, SeriesChange.Change change, Agenda.Draft draft) {
        SeriesPosting before = postings.get(series, change.day(), change.line());
        SeriesPosting now = change.now();
        if (Objects.equals(before, now)) {
            return;
        }
        if (before != null) {
            book(before, -1, draft);
        }
        if (now != null) {
            book(now, 1, draft);
            postings.put(series, now);
        } else {
            postings.delete(series, change.day(), change.line());
        }
        if (before == null) {
            count(series, change, 1, draft);
        } else if (now == null) {
            count(series, change, -1, draft);
        }
    }

    /** The money of a posting: into the window on its day, on to the window before w days later, gone after as many again. */
    private static void book(SeriesPosting posting, int sign, Agenda.Draft draft) {
        Sums entering = sign > 0 ? posting.entering() : posting.entering().negated();
        Sums expired = sign > 0 ? posting.expired() : posting.expired().negated();
        for (RollingWindow window : RollingWindow.values()) {
            draft.add(window, posting.day(), new Agenda.Entry(entering, sign));
            if (window != RollingWindow.ALL) {
                LocalDate leaves = posting.day().plusDays(window.days());
                draft.add(window, leaves, new Agenda.Entry(expired.plus(entering.negated()), sign));
                draft.add(window, leaves.plusDays(window.days()), new Agenda.Entry(expired.negated(), sign));
            }
        }
    }

    /** A posting that appears (sign 1) or goes (−1) changes how many lines the windows count. */
    private void count(Series series, SeriesChange.Change change, int sign, Agenda.Draft draft) {
        LocalDate previous = postings.previousOfLine(series, change.line(), change.day());
        LocalDate next = postings.nextOfLine(series, change.line(), change.day());
        Agenda.Entry line = new Agenda.Entry(new Sums(0, 0, 0, 0, 0, 0, sign), 0);
        Agenda.Entry noLine = new Agenda.Entry(line.sums().negated(), 0);
        for (RollingWindow window : RollingWindow.values()) {
            draft.add(window, change.day(), line);
            draft.add(window, countsUntil(change.day(), next, window), noLine);
            if (previous != null) {
                draft.add(window, countsUntil(previous, next, window), line);
                draft.add(window, countsUntil(previous, change.day(), window), noLine);
            }
        }
    }

    private static @Nullable LocalDate countsUntil(LocalDate day, @Nullable LocalDate next, RollingWindow window) {
        return window == RollingWindow.ALL ? next : earlier(day.plusDays(window.days()), next);
    }

    /**
     * Rolls on to today, a bounded step. A clock that jumped back changes nothing.
     *
     * @param limit how many rows of the agenda to take at most
     */
    public Rolled roll(LocalDate today, int limit) {
        LocalDate from = rollDay.orBegin(today);
        LocalDate through = from.isAfter(today) ? from : today;
        List<Agenda.Due> due = agenda.due(rollDay.cursor(), through, limit);
        List<Published> published = new ArrayList<>();
        for (Agenda.Due entry : due) {
            Sums sums = agenda.take(entry.day(), entry.series(), entry.window());
            publish(entry.series(), entry.window(), entry.day(), sums, published);
        }
        boolean more = due.size() == limit;
        if (more) {
            Agenda.Due last = due.get(limit - 1);
            rollDay.reached(last.day(), last.key());
        } else if (through.isAfter(from) || !due.isEmpty()) {
            rollDay.reached(through, through.toString());
        }
        return new Rolled(published, more);
    }

    private void publish(Series series, RollingWindow window, LocalDate day, Sums change, List<Published> published) {
        String key = series.key(window);
        String row = totals.get(key);
        RollingTotal before = row == null ? null : Json.read(row.getBytes(StandardCharsets.UTF_8), RollingTotal.class);
        RollingTotal now = total(series, window, day, (before == null ? Sums.ZERO : Sums.of(before)).plus(change));
        if (Objects.equals(before, now)) {
            return;
        }
        if (now == null) {
            totals.delete(key);
        } else {
            totals.put(key, Json.string(now));
        }
        published.add(new Published(series, key, now));
    }

    private @Nullable RollingTotal total(Series series, RollingWindow window, LocalDate day, Sums sums) {
        SeriesPosting latest = postings.latest(series, day);
        if (latest == null) {
            return null;
        }
        LocalDate changed = latest.day();
        LocalDate changes = postings.nextDay(series, day);
        boolean inWindow = true;
        if (window != RollingWindow.ALL) {
            LocalDate left = day.minusDays(window.days());
            LocalDate forgotten = left.minusDays(window.days());
            if (!latest.day().isAfter(forgotten)) {
                return null;
            }
            inWindow = latest.day().isAfter(left);
            changed = later(changed, shifted(postings.lastDay(series, left), window.days()));
            changed = later(changed, shifted(postings.lastDay(series, forgotten), 2 * window.days()));
            changes = earlier(changes, shifted(postings.nextDay(series, left), window.days()));
            changes = earlier(changes, shifted(postings.nextDay(series, forgotten), 2 * window.days()));
        }
        return Labels.of(series, latest.payerName(), latest.payerCountry(), countryName)
                .total(
                        window,
                        Objects.requireNonNull(changed),
                        shifted(changes, -1),
                        sums,
                        inWindow ? latest.cause() : Labels.EXPIRY);
    }

    private static @Nullable LocalDate shifted(@Nullable LocalDate day, int days) {
        return day == null ? null : day.plusDays(days);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }
}
