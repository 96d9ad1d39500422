package io.outlay.enrich.text.time;

import static io.outlay.enrich.text.time.TimeWords.is;
import static io.outlay.enrich.text.time.TimeWords.word;
import static io.outlay.enrich.text.time.TimeWords.year;

import io.outlay.contracts.Period;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The periods that a sentence names: {@code this fiscal year}, {@code in 2025}, {@code over the next three years},
 * {@code by 2030}, {@code between 2026 and 2029}, {@code from October 2026 through June 2029}.
 */
public final class Periods {
    /** A period with the tokens that name it, end exclusive. */
    public record Found(Period period, int from, int to) {}

    private static final long A = word("a"),
            ALL = word("all"),
            AND = word("and"),
            ANOTHER = word("another"),
            BEFORE = word("before"),
            BETWEEN = word("between"),
            BY = word("by"),
            CALENDAR = word("calendar"),
            COMING = word("coming"),
            CURRENT = word("current"),
            DECADE = word("decade"),
            DECADES = word("decades"),
            DURING = word("during"),
            EARLY = word("early"),
            END = word("end"),
            ENTIRE = word("entire"),
            FINANCIAL = word("financial"),
            FISCAL = word("fiscal"),
            FOLLOWING = word("following"),
            FOR = word("for"),
            FROM = word("from"),
            FULL = word("full"),
            FY = word("fy"),
            IN = word("in"),
            ITS = word("its"),
            LAST = word("last"),
            LATE = word("late"),
            MONTHS = word("months"),
            NEXT = word("next"),
            OF = word("of"),
            OUR = word("our"),
            OVER = word("over"),
            PAST = word("past"),
            PERIOD = word("period"),
            PREVIOUS = word("previous"),
            QUARTER = word("quarter"),
            THE = word("the"),
            THIS = word("this"),
            THROUGH = word("through"),
            THROUGHOUT = word("throughout"),
            TILL = word("till"),
            TO = word("to"),
            UNTIL = word("until"),
            WITHIN = word("within"),
            YEAR = word("year"),
            YEARS = word("years");

    /** One of these, or a year in digits, is in every period. */
    private static final Words LENGTHS = Words.of(
            "year", "years", "decade", "decades", "months", "quarter", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q");

    private final Tokens tokens;
    private final @Nullable LocalDate announced;
    private final FiscalCalendar fiscal;
    private final List<Found> found = new ArrayList<>();

    private Periods(Tokens tokens, @Nullable LocalDate announced, FiscalCalendar fiscal) {
        this.tokens = tokens;
        this.announced = announced;
        this.fiscal = fiscal;
    }

    /**
     * All periods in the tokens, in their order.
     *
     * @param announced the announcement day, from which {@code this year} and {@code the next N years} count; null when unknown
     * @param fiscal the payer's fiscal years
     */
    public static List<Found> in(Tokens tokens, @Nullable LocalDate announced, FiscalCalendar fiscal) {
        if (!mayNameOne(tokens)) {
            return List.of();
        }
        Periods periods = new Periods(tokens, announced, fiscal);
        for (int t = 0; t < tokens.size(); ) {
            t = Math.max(t + 1, periods.readAt(t));
        }
        return periods.found;
    }

    /** Whether any word stands there without which there is no period; most sentences have none. */
    private static boolean mayNameOne(Tokens tokens) {
        for (int t = 0; t < tokens.size(); t++) {
            boolean fiscalYear =
                    tokens.end(t) - tokens.start(t) > 3 && tokens.charAt(t, 0) == 'F' && tokens.charAt(t, 1) == 'Y';
            if (fiscalYear || LENGTHS.contains(tokens.hash(t)) || year(tokens, t) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Reads the period that begins at a token, if one does; returns where to go on. */
    private int readAt(int t) {
        if (tokens.hash(t) == 0) {
            return t + 1;
        }
        int end = span(t);
        if (end < 0) {
            end = deadline(t);
        }
        if (end < 0) {
            end = coming(t);
        }
        if (end < 0) {
            end = yearOrQuarter(t);
        }
        return end;
    }

    /** {@code between 2026 and 2029}, {@code from October 2026 through June 2029}, {@code 2026 to 2028}. */
    private int span(int t) {
        boolean led = is(tokens, t, BETWEEN) || is(tokens, t, FROM);
        int at = led ? t + 1 : t;
        int startMonth = TimeWords.month(tokens, at);
        int startAt = startMonth > 0 ? at + 1 : skipFiscal(at);
        int startYear = year(tokens, startAt);
        if (startYear == 0) {
            return -1;
        }
        int link = startAt + 1;
        boolean linked = is(tokens, link, AND) && is(tokens, t, BETWEEN)
                || is(tokens, link, TO)
                || is(tokens, link, THROUGH)
                || is(tokens, link, UNTIL)
                || is(tokens, link, TILL)
                || TimeWords.inside(tokens, link) && tokens.mark(link) == '—';
        boolean hyphen = year(tokens, link) > startYear;
        if (!linked && !hyphen) {
            return -1;
        }
        int at2 = hyphen ? link : link + 1;
        if (is(tokens, at2, THE) && is(tokens, at2 + 1, END) && is(tokens, at2 + 2, OF)) {
            at2 += 3;
        }
        int endMonth = TimeWords.month(tokens, at2);
        int endAt = endMonth > 0 ? at2 + 1 : skipFiscal(at2);
        int endYear = year(tokens, endAt);
        if (endYear < startYear) {
            return -1;
        }
        LocalDate start = LocalDate.of(startYear, startMonth == 0 ? 1 : startMonth, 1);
        LocalDate end = YearMonth.of(endYear, endMonth == 0 ? 12 : endMonth).atEndOfMonth();
        return add(t, endAt + 1, start, end, startYear + "-" + endYear);
    }

    /** {@code by 2030}, {@code through the end of 2028}, {@code by the end of the decade}, {@code until June 2029}. */
    private int deadline(int t) {
        if (!is(tokens, t, BY)
                && !is(tokens, t, THROUGH)
                && !is(tokens, t, UNTIL)
                && !is(tokens, t, BEFORE)
                && !is(tokens, t, TILL)) {
            return -1;
        }
        int at = t + 1;
        while (is(tokens, at, THE)
                || is(tokens, at, END)
                || is(tokens, at, OF)
                || is(tokens, at, LATE)
                || is(tokens, at, EARLY)
                || is(tokens, at, CALENDAR)) {
            at++;
        }
        if (is(tokens, at, DECADE)) {
            LocalDate from = announced;
            int decadeEnd = from == null ? 2030 : (from.getYear() / 10 + 1) * 10;
            return until(t, at + 1, LocalDate.of(decadeEnd, 12, 31));
        }
        int month = TimeWords.month(tokens, at);
        int yearAt = month > 0 ? at + 1 : skipFiscal(at);
        int year = year(tokens, yearAt);
        if (year == 0) {
            int fiscalYear = shortFiscalYear(at);
            if (fiscalYear > 0) {
                return until(t, at + 1, fiscal.lastDay(fiscalYear));
            }
            return -1;
        }
        LocalDate end = yearAt > at && month == 0
                ? fiscal.lastDay(year)
                : YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
        return until(t, yearAt + 1, end);
    }

    /** {@code over the next three years}, {@code within a decade}, {@code a five-year deal}, {@code over 15 years}. */
    private int coming(int t) {
        int at = t;
        boolean led = is(tokens, at, OVER)
                || is(tokens, at, IN)
                || is(tokens, at, DURING)
                || is(tokens, at, WITHIN)
                || is(tokens, at, FOR);
        if (led) {
            at++;
        }
        boolean next = false;
        while (is(tokens, at, THE)
                || is(tokens, at, NEXT)
                || is(tokens, at, COMING)
                || is(tokens, at, FOLLOWING)
                || is(tokens, at, A)
                || is(tokens, at, ANOTHER)) {
            next |= is(tokens, at, NEXT) || is(tokens, at, COMING) || is(tokens, at, FOLLOWING);
            at++;
        }
        int count = TimeWords.count(tokens, at);
        if (count > 0) {
            at++;
        } else if (is(tokens, at, DECADE) && (led || next)) {
            count = 1;
        } else {
            return -1;
        }
        boolean years = is(tokens, at, YEARS) || is(tokens, at, YEAR);
        boolean decades = is(tokens, at, DECADE) || is(tokens, at, DECADES);
        boolean months = is(tokens, at, MONTHS) && next;
        if (!years && !decades && !months || !led && !next && !is(tokens, at, YEAR) && !decades) {
            return -1;
        }
        if (count == 1 && is(tokens, at, YEAR) && !next) {
            return -1;
        }
        if (is(tokens, at + 1, PERIOD)) {
            at++;
        }
        LocalDate start = announced;
        if (start == null) {
            return at + 1;
        }
        LocalDate end = months ? start.plusMonths(count) : start.plusYears(decades ? 10L * count : count);
        end = end.minusDays(1);
        int endYear = months ? end.getYear() : start.getYear() + (decades ? 10 * count : count);
        return add(t, at + 1, start, end, start.getYear() + "-" + endYear);
    }

    /** {@code this year}, {@code its last fiscal year}, {@code fiscal 2026}, {@code FY26}, {@code in 2026}, {@code Q3 2025}. */
    private int yearOrQuarter(int t) {
        int at = t;
        while (is(tokens, at, IN)
                || is(tokens, at, FOR)
                || is(tokens, at, DURING)
                || is(tokens, at, THROUGHOUT)
                || is(tokens, at, OVER)
                || is(tokens, at, ITS)
                || is(tokens, at, THE)
                || is(tokens, at, OUR)
                || is(tokens, at, OF)
                || is(tokens, at, ALL)) {
            at++;
        }
        int shift = Integer.MIN_VALUE;
        if (is(tokens, at, THIS) || is(tokens, at, CURRENT)) {
            shift = 0;
        } else if (is(tokens, at, NEXT) || is(tokens, at, COMING)) {
            shift = 1;
        } else if (is(tokens, at, LAST) || is(tokens, at, PREVIOUS) || is(tokens, at, PAST)) {
            shift = -1;
        }
        int relative = at;
        if (shift != Integer.MIN_VALUE) {
            at++;
        }
        int quarter = TimeWords.ordinal(tokens, at);
        if (quarter > 0) {
            int end = quarter(t, at, quarter);
            if (end > 0) {
                return end;
            }
        }
        boolean full = is(tokens, at, FULL) || is(tokens, at, ENTIRE);
        if (full) {
            at++;
        }
        boolean isFiscal = is(tokens, at, FISCAL) || is(tokens, at, FINANCIAL);
        boolean isCalendar = is(tokens, at, CALENDAR);
        if (isFiscal || isCalendar) {
            at++;
        }
        boolean wordYear = is(tokens, at, YEAR);
        if (wordYear) {
            at++;
        }
        int number = year(tokens, at);
        if (number > 0 && shift == Integer.MIN_VALUE && isOfDate(at, t)) {
            return at + 1;
        }
        if (number > 0 && shift == Integer.MIN_VALUE) {
            return isFiscal ? add(t, at + 1, fiscal.year(text(t, at + 1), number)) : addYear(t, at + 1, number);
        }
        int fiscalYear = shortFiscalYear(at);
        if (fiscalYear > 0 && shift == Integer.MIN_VALUE) {
            return add(t, at + 1, fiscal.year(text(t, at + 1), fiscalYear));
        }
        LocalDate day = announced;
        if (!wordYear || day == null) {
            return -1;
        }
        boolean led = at - 1 > t && (is(tokens, at - 2, THE) || full);
        if (shift == Integer.MIN_VALUE && !led || relative == t && shift == Integer.MIN_VALUE) {
            return -1;
        }
        int by = shift == Integer.MIN_VALUE ? 0 : shift;
        return isFiscal
                ? add(t, at, fiscal.year(text(t, at), fiscal.yearOf(day) + by))
                : addYear(t, at, day.getYear() + by);
    }

    /** {@code January 7, 2025}, {@code October 2024}: the year of a day or month, on which something is said. */
    private boolean isOfDate(int year, int from) {
        int before = year - 1;
        if (year != from) {
            return false;
        }
        if (TimeWords.inside(tokens, before) && tokens.mark(before) == ',') {
            before--;
        }
        if (TimeWords.day(tokens, before) > 0) {
            before--;
        }
        return TimeWords.month(tokens, before) > 0;
    }

    /** {@code first quarter of 2026}, {@code Q3 2025}, {@code second quarter}, {@code Q1}. */
    private int quarter(int t, int at, int quarter) {
        int next = at + 1;
        boolean isShort =
                Character.isDigit(tokens.text(at).charAt(tokens.text(at).length() - 1))
                        || Character.isDigit(tokens.text(at).charAt(0));
        if (is(tokens, next, FISCAL)) {
            next++;
        }
        if (is(tokens, next, QUARTER)) {
            next++;
        } else if (!isShort) {
            return -1;
        }
        if (is(tokens, next, OF)) {
            next++;
        }
        next = skipFiscal(next);
        int number = year(tokens, next);
        LocalDate day = announced;
        if (number > 0) {
            return add(t, next + 1, fiscal.quarter(text(t, next + 1), number, quarter));
        }
        int end = is(tokens, next - 1, OF) ? next - 1 : next;
        return day == null ? -1 : add(t, end, fiscal.quarter(text(t, end), fiscal.yearOf(day), quarter));
    }

    private int skipFiscal(int t) {
        int at = t;
        while (is(tokens, at, FISCAL)
                || is(tokens, at, FINANCIAL)
                || is(tokens, at, CALENDAR)
                || is(tokens, at, FY)
                || (is(tokens, at, YEAR) && at > t)) {
            at++;
        }
        return at;
    }

    /** {@code FY26} or {@code FY2026} in one word, or 0. */
    private int shortFiscalYear(int t) {
        if (!TimeWords.inside(tokens, t) || tokens.end(t) - tokens.start(t) > 6) {
            return 0;
        }
        String text = tokens.text(t);
        if (!text.startsWith("FY") || text.length() != 4 && text.length() != 6) {
            return 0;
        }
        for (int i = 2; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return 0;
            }
        }
        int number = Integer.parseInt(text.substring(2));
        return number < 100 ? 2000 + number : number;
    }

    private int addYear(int t, int end, int year) {
        return add(t, end, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), "CY" + year);
    }

    private int until(int t, int end, LocalDate last) {
        LocalDate first = announced;
        if (first == null || first.isAfter(last)) {
            return add(t, end, new Period(text(t, end), null, last, "until-" + last.getYear()));
        }
        return add(t, end, first, last, first.getYear() + "-" + last.getYear());
    }

    private int add(int from, int to, LocalDate first, LocalDate last, String key) {
        return add(from, to, new Period(text(from, to), first, last, key));
    }

    private int add(int from, int to, Period period) {
        found.add(new Found(period, from, to));
        return to;
    }

    private String text(int from, int to) {
        return tokens.text(from, to);
    }
}
