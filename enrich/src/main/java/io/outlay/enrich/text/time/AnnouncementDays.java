package io.outlay.enrich.text.time;

import static io.outlay.enrich.text.time.TimeWords.inside;
import static io.outlay.enrich.text.time.TimeWords.is;
import static io.outlay.enrich.text.time.TimeWords.word;
import static io.outlay.enrich.text.time.TimeWords.year;

import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Precision;
import io.outlay.enrich.text.prose.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a sentence says that something was announced: {@code on Monday}, {@code in January}, {@code last week},
 * {@code earlier this year}, {@code on June 30, 2025}. A coarse day counts from its last day, and none is later than the day on
 * which the text itself came out.
 */
public final class AnnouncementDays {
    private static final long BY = word("by"),
            EARLIER = word("earlier"),
            FROM = word("from"),
            IN = word("in"),
            LAST = word("last"),
            MONTH = word("month"),
            OF = word("of"),
            ON = word("on"),
            PAST = word("past"),
            SINCE = word("since"),
            THE = word("the"),
            THIS = word("this"),
            THROUGH = word("through"),
            TO = word("to"),
            TODAY = word("today"),
            UNTIL = word("until"),
            WEEK = word("week"),
            YEAR = word("year"),
            YESTERDAY = word("yesterday"),
            LATE = word("late"),
            EARLY = word("early"),
            MID = word("mid"),
            BEFORE = word("before"),
            BETWEEN = word("between"),
            COMING = word("coming"),
            NEXT = word("next"),
            STARTING = word("starting"),
            ENDED = word("ended"),
            ENDING = word("ending"),
            BEGINNING = word("beginning"),
            EXPECTED = word("expected");

    private record Day(LocalDate day, Precision precision, int steps) {}

    private final Tokens tokens;
    private final @Nullable LocalDate published;

    private AnnouncementDays(Tokens tokens, @Nullable LocalDate published) {
        this.tokens = tokens;
        this.published = published;
    }

    /**
     * The day that the sentence gives, if it gives one.
     *
     * @param verb the token of the verb that announces; the day nearest to it is taken
     * @param periods tokens of periods of spending, which are no announcement days
     * @param published the day on which the text came out, null when unknown: then only whole dates can be read
     */
    public static @Nullable AnnouncedOn in(
            Tokens tokens, int verb, List<Periods.Found> periods, @Nullable LocalDate published) {
        AnnouncementDays days = new AnnouncementDays(tokens, published);
        Day best = null;
        for (int t = 0; t < tokens.size(); t++) {
            Day day = days.at(t, periods);
            if (day != null && (best == null || Math.abs(t - verb) < best.steps)) {
                best = new Day(day.day, day.precision, Math.abs(t - verb));
            }
        }
        if (best == null) {
            return null;
        }
        LocalDate day = published != null && best.day.isAfter(published) ? published : best.day;
        return new AnnouncedOn(day, best.precision, DayBasis.TEXT);
    }

    private @Nullable Day at(int t, List<Periods.Found> periods) {
        if (tokens.hash(t) == 0 || isLedAway(t)) {
            return null;
        }
        LocalDate today = published;
        int weekday = TimeWords.weekday(tokens, t);
        if (weekday > 0 && today != null) {
            LocalDate day = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)));
            return new Day(is(tokens, t - 1, LAST) && day.equals(today) ? day.minusWeeks(1) : day, Precision.DAY, 0);
        }
        int month = TimeWords.month(tokens, t);
        if (month > 0 && !covers(periods, t)) {
            return ofMonth(t, month);
        }
        if (today == null) {
            return null;
        }
        if (is(tokens, t, TODAY)) {
            return new Day(today, Precision.DAY, 0);
        }
        if (is(tokens, t, YESTERDAY)) {
            return new Day(today.minusDays(1), Precision.DAY, 0);
        }
        if (is(tokens, t, LAST) && is(tokens, t + 1, WEEK)) {
            return new Day(today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)), Precision.DAY, 0);
        }
        if (is(tokens, t, LAST) && is(tokens, t + 1, MONTH)) {
            return new Day(YearMonth.from(today).minusMonths(1).atEndOfMonth(), Precision.MONTH, 0);
        }
        boolean earlier = is(tokens, t - 1, EARLIER) && is(tokens, t, THIS);
        if (earlier && is(tokens, t + 1, MONTH)) {
            return new Day(YearMonth.from(today).atEndOfMonth(), Precision.MONTH, 0);
        }
        if (earlier && is(tokens, t + 1, YEAR)) {
            return new Day(LocalDate.of(today.getYear(), 12, 31), Precision.YEAR, 0);
        }
        if (is(tokens, t, LAST) && is(tokens, t + 1, YEAR) && !is(tokens, t - 1, FROM)) {
            return new Day(LocalDate.of(today.getYear() - 1, 12, 31), Precision.YEAR, 0);
        }
        return null;
    }

    /** {@code June 30, 2025}, {@code 10 September}, {@code September}, {@code last August}, {@code in November 2025}. */
    private @Nullable Day ofMonth(int t, int month) {
        LocalDate today = published;
        int before = TimeWords.day(tokens, t - 1);
        int after = TimeWords.day(tokens, t + 1);
        int day = before > 0 ? before : after;
        int yearAt = t + 1 + (after > 0 ? 1 : 0);
        if (inside(tokens, yearAt) && tokens.mark(yearAt) == ',') {
            yearAt++;
        }
        int year = year(tokens, yearAt);
        if (year == 0) {
            boolean led = is(tokens, t - 1, IN)
                    || is(tokens, t - 1, ON)
                    || is(tokens, t - 1, LAST)
                    || day > 0
                    || is(tokens, t - 1, LATE)
                    || is(tokens, t - 1, EARLY)
                    || is(tokens, t - 1, MID)
                    || is(tokens, t - 1, SINCE)
                    || is(tokens, t - 1, PAST);
            if (today == null || !led) {
                return null;
            }
            year = LocalDate.of(today.getYear(), month, 1).isAfter(today) ? today.getYear() - 1 : today.getYear();
        }
        YearMonth whole = YearMonth.of(year, month);
        if (today != null && whole.atDay(1).isAfter(today)) {
            return null;
        }
        return day > 0 && day <= whole.lengthOfMonth()
                ? new Day(whole.atDay(day), Precision.DAY, 0)
                : new Day(whole.atEndOfMonth(), Precision.MONTH, 0);
    }

    /** A date that is led by a word of what is to come or of a span is no announcement day. */
    private boolean isLedAway(int t) {
        for (int back = 1; back <= 3 && t - back >= 0; back++) {
            long word = tokens.hash(t - back);
            if (word == BY
                    || word == FROM
                    || word == THROUGH
                    || word == TO
                    || word == UNTIL
                    || word == BEFORE
                    || word == BETWEEN
                    || word == NEXT
                    || word == COMING
                    || word == STARTING
                    || word == ENDED
                    || word == ENDING
                    || word == BEGINNING
                    || word == EXPECTED) {
                return true;
            }
            if (word != IN && word != ON && word != THE && word != LATE && word != EARLY && word != OF && word != MID) {
                return false;
            }
        }
        return false;
    }

    private static boolean covers(List<Periods.Found> periods, int t) {
        for (Periods.Found period : periods) {
            if (t >= period.from() && t < period.to()) {
                return true;
            }
        }
        return false;
    }
}
