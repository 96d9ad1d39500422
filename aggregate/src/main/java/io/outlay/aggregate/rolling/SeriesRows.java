package io.outlay.aggregate.rolling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The postings of all series by line ({@code series|line|day}), and what each day adds up to ({@code series|day}). Of a day's lines its own
 * row names the greatest; the others are in rows of their own ({@code series|day|line}), which a day with one line does not need.
 */
final class SeriesRows {
    private static final String PRESENT = "";

    private final Rows postings;
    private final Rows otherLines;
    private final Rows days;

    SeriesRows(Rows postings, Rows otherLines, Rows days) {
        this.postings = postings;
        this.otherLines = otherLines;
        this.days = days;
    }

    @Nullable
    SeriesPosting get(Series series, LocalDate day, String line) {
        String row = postings.get(lineKey(series, line) + day);
        return row == null ? null : SeriesPosting.ofRow(line, day, row);
    }

    void put(Series series, SeriesPosting posting) {
        postings.put(lineKey(series, posting.line()) + posting.day(), posting.row());
    }

    void delete(Series series, LocalDate day, String line) {
        postings.delete(lineKey(series, line) + day);
    }

    /** The day of the line's posting before {@code day}. */
    @Nullable
    LocalDate previousOfLine(Series series, String line, LocalDate day) {
        String prefix = lineKey(series, line);
        return dayAfter(prefix, postings.last(prefix, prefix + day.minusDays(1)));
    }

    /** The day of the line's posting after {@code day}. */
    @Nullable
    LocalDate nextOfLine(Series series, String line, LocalDate day) {
        String prefix = lineKey(series, line);
        return dayAfter(prefix, postings.first(prefix + day.plusDays(1), prefix + Rows.END));
    }

    /** What a day adds up to; null when it has no posting. */
    @Nullable
    String day(Series series, LocalDate day) {
        return days.get(prefix(series) + day);
    }

    void putDay(Series series, LocalDate day, String row) {
        days.put(prefix(series) + day, row);
    }

    void deleteDay(Series series, LocalDate day) {
        days.delete(prefix(series) + day);
    }

    /** The last day ≤ {@code day} with a posting. */
    @Nullable
    LocalDate lastDay(Series series, LocalDate day) {
        return dayAfter(prefix(series), days.last(prefix(series), prefix(series) + day));
    }

    /** The first day after {@code day} with a posting. */
    @Nullable
    LocalDate nextDay(Series series, LocalDate day) {
        return dayAfter(prefix(series), days.first(prefix(series) + day.plusDays(1), prefix(series) + Rows.END));
    }

    /** A line has a posting on a day now. */
    void addLine(Series series, LocalDate day, String line, PostingDay to) {
        String last = to.lastLine();
        if (last == null || line.compareTo(last) > 0) {
            to.lastLine(line);
        }
        if (last != null) {
            String other = line.compareTo(last) > 0 ? last : line;
            otherLines.put(dayPrefix(series, day) + other, PRESENT);
        }
    }

    /** A line has none any more: if it was the greatest, the next takes its place. */
    void removeLine(Series series, LocalDate day, String line, PostingDay from) {
        String prefix = dayPrefix(series, day);
        if (!line.equals(from.lastLine())) {
            otherLines.delete(prefix + line);
            return;
        }
        Rows.Row next = otherLines.last(prefix, prefix + Rows.END);
        if (next != null) {
            otherLines.delete(next.key());
        }
        from.lastLine(next == null ? null : next.key().substring(prefix.length()));
    }

    private static String prefix(Series series) {
        return series.key() + "|";
    }

    private static String dayPrefix(Series series, LocalDate day) {
        return prefix(series) + day + "|";
    }

    private static String lineKey(Series series, String line) {
        return prefix(series) + line + "|";
    }

    private static @Nullable LocalDate dayAfter(String prefix, Rows.@Nullable Row row) {
        return row == null ? null : LocalDate.parse(row.key().substring(prefix.length()));
    }
}
