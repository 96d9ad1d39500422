package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes in what changes in one series as of a day: rows of days are read when they are needed, and written once. */
final class SeriesDraft {
    private static final RollingWindow[] WINDOWS = RollingWindow.values();

    private final SeriesRows rows;
    private final Series series;
    private final Standing standing;
    private final LocalDate today;
    private final Map<LocalDate, Touched> days = new HashMap<>();

    /** Of each line that is known: the last day on which it has a posting. */
    private final Map<String, LocalDate> lastOfLine;

    /** No posting of the series, of any day, is later; {@link LocalDate#MAX} when that is not known. */
    private LocalDate lastDay;

    private @Nullable LocalDate latestDay;
    private @Nullable SeriesPosting newLatest;
    /** The latest posting may be any other one: it is to be looked up. */
    private boolean lookUpLatest;

    /** A day as it was read, and as it is now. */
    private record Touched(@Nullable String before, PostingDay now) {
        static Touched of(@Nullable String row) {
            return new Touched(row, row == null ? new PostingDay() : PostingDay.ofRow(row));
        }
    }

    SeriesDraft(SeriesRows rows, Series series, SeriesMemory.Remembered known, LocalDate today) {
        this.rows = rows;
        this.series = series;
        this.standing = known.standing();
        this.lastOfLine = known.lastOfLine();
        this.today = today;
        this.latestDay = standing.latestDay();
        this.lastDay = standing.lastDay();
    }

    /** A posting of a line on a day appears, becomes another or goes. */
    void take(SeriesChange.Change change) {
        SeriesPosting before =
                isNew(change.line(), change.day()) ? null : rows.get(series, change.day(), change.line());
        SeriesPosting now = change.now();
        if (Objects.equals(before, now)) {
            return;
        }
        if (before != null) {
            book(before, -1);
        }
        if (now != null) {
            book(now, 1);
            rows.put(series, now);
        }
        if (before == null || now == null) {
            bookLine(change.line(), change.day(), now == null ? -1 : 1);
        }
        if (change.day().isAfter(lastDay)) {
            lastDay = change.day();
        }
        if (!change.day().isAfter(today) && (latestDay == null || !change.day().isBefore(latestDay))) {
            if (now == null) {
                lookUpLatest = true;
            } else if (now.line().equals(day(now.day()).lastLine())) {
                newLatest = now;
                latestDay = now.day();
            }
        }
    }

    /** Whether it is known, without a look at the rows, that the line has no posting on that day and none later. */
    private boolean isNew(String line, LocalDate day) {
        if (day.isAfter(lastDay)) {
            return true;
        }
        LocalDate last = lastOfLine.get(line);
        return last != null && day.isAfter(last);
    }

    /** The money of a posting, in the row of its day and in each window of today that its day lies in or behind. */
    private void book(SeriesPosting posting, int sign) {
        day(posting.day()).book(posting, sign);
        Sums money = sign > 0 ? posting.sums() : posting.sums().negated();
        for (RollingWindow window : WINDOWS) {
            if (window.contains(posting.day(), today)) {
                standing.add(window, money);
            } else if (window != RollingWindow.ALL && window.contains(posting.day(), today.minusDays(window.days()))) {
                standing.add(window, money.expired());
            }
        }
    }

    /**
     * How many lines the windows count. A posting counts from its day until the line's next one takes over or it leaves, whichever comes
     * first; so one that appears (sign 1) or goes (−1) touches its two neighbours.
     */
    private void bookLine(String line, LocalDate day, int sign) {
        boolean isNew = isNew(line, day);
        LocalDate previous = isNew ? lastOfLine(line, day) : rows.previousOfLine(series, line, day);
        LocalDate next = isNew ? null : rows.nextOfLine(series, line, day);
        bookGap(previous, next, -sign);
        bookGap(previous, day, sign);
        bookGap(day, next, sign);
        for (RollingWindow window : WINDOWS) {
            boolean alone = window.contains(day, today)
                    && (previous == null || !window.contains(previous, today))
                    && (next == null || !window.contains(next, today));
            if (alone) {
                standing.add(window, Sums.ofLines(sign));
            }
        }
        if (sign > 0) {
            rows.addLine(series, day, line, day(day));
            if (next == null) {
                lastOfLine.put(line, day);
            }
        } else {
            lastOfLine.remove(line);
            rows.delete(series, day, line);
            rows.removeLine(series, day, line, day(day));
        }
    }

    /** The day of the line's last posting, which lies before {@code day}. */
    private @Nullable LocalDate lastOfLine(String line, LocalDate day) {
        LocalDate last = lastOfLine.get(line);
        return last != null || lastDay.equals(LocalDate.MIN) ? last : rows.previousOfLine(series, line, day);
    }

    /** Between two days of a line lies no posting; a null one is the beginning or the end of time. */
    private void bookGap(@Nullable LocalDate from, @Nullable LocalDate to, int sign) {
        for (RollingWindow window : WINDOWS) {
            if (Days.apart(window, from, to)) {
                if (from != null) {
                    day(from).bookLeaving(window, sign);
                }
                if (to != null) {
                    day(to).bookComing(window, sign);
                }
            }
        }
    }

    private PostingDay day(LocalDate day) {
        Touched touched = days.get(day);
        if (touched == null) {
            touched = Touched.of(day.isAfter(lastDay) ? null : rows.day(series, day));
            days.put(day, touched);
        }
        return touched.now;
    }

    /** Writes the days, and tells the standing what they mean for it. */
    void finish() {
        boolean dayGone = false;
        for (Map.Entry<LocalDate, Touched> entry : days.entrySet()) {
            String before = entry.getValue().before;
            PostingDay now = entry.getValue().now;
            if (now.postings() > 0) {
                String row = now.row();
                if (!row.equals(before)) {
                    rows.putDay(series, entry.getKey(), row);
                }
                if (before == null) {
                    standing.addDay(entry.getKey(), today);
                }
            } else if (before != null) {
                rows.deleteDay(series, entry.getKey());
                dayGone = true;
            }
        }
        if (dayGone) {
            for (RollingWindow window : WINDOWS) {
                lookUpChanges(window);
            }
        }
        if (lookUpLatest) {
            standing.latest(latest());
        } else if (newLatest != null) {
            standing.latest(newLatest);
        }
    }

    /** Of the postings up to today that of the last day; of several on one day that of the greatest line. */
    private @Nullable SeriesPosting latest() {
        LocalDate last = rows.lastDay(series, today);
        String line = last == null ? null : day(last).lastLine();
        return last == null || line == null ? null : rows.get(series, last, line);
    }

    /** A day begins: postings come, leave and are forgotten where that is due. */
    void begin() {
        for (RollingWindow window : WINDOWS) {
            if (today.equals(standing.changes(window))) {
                String coming = rows.day(series, today);
                if (coming != null) {
                    standing.add(window, PostingDay.ofRow(coming).coming(window));
                    lookUpLatest = true;
                }
                if (window != RollingWindow.ALL) {
                    LocalDate left = today.minusDays(window.days());
                    String leaving = rows.day(series, left);
                    if (leaving != null) {
                        standing.add(window, PostingDay.ofRow(leaving).leaving(window));
                    }
                    String forgotten = rows.day(series, left.minusDays(window.days()));
                    if (forgotten != null) {
                        standing.add(window, PostingDay.ofRow(forgotten).forgotten());
                    }
                }
                lookUpChanges(window);
            }
        }
        finish();
    }

    /** Finds the days of change around today among the days with postings. */
    private void lookUpChanges(RollingWindow window) {
        LocalDate last = rows.lastDay(series, today);
        LocalDate next = rows.nextDay(series, today);
        if (window != RollingWindow.ALL) {
            int days = window.days();
            LocalDate left = today.minusDays(days);
            LocalDate forgotten = left.minusDays(days);
            last = Days.later(last, Days.shifted(rows.lastDay(series, left), days));
            last = Days.later(last, Days.shifted(rows.lastDay(series, forgotten), 2 * days));
            next = Days.earlier(next, Days.shifted(rows.nextDay(series, left), days));
            next = Days.earlier(next, Days.shifted(rows.nextDay(series, forgotten), 2 * days));
        }
        standing.changed(window, last, next);
    }
}
