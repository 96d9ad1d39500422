package io.outlay.aggregate.rolling;

import io.outlay.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The postings of all series, in order of day ({@code series|day|line}) and, for the distance between the postings of one line, in
 * order of line ({@code series|line|day}).
 */
final class SeriesRows {
    private static final String PRESENT = "";

    private final Rows byDay;
    private final Rows byLine;

    SeriesRows(Rows byDay, Rows byLine) {
        this.byDay = byDay;
        this.byLine = byLine;
    }

    @Nullable
    SeriesPosting get(Series series, LocalDate day, String line) {
        String row = byDay.get(dayKey(series, day, line));
        return row == null ? null : posting(row);
    }

    void put(Series series, SeriesPosting posting) {
        byDay.put(dayKey(series, posting.day(), posting.line()), Json.string(posting));
        byLine.put(lineKey(series, posting.line()) + posting.day(), PRESENT);
    }

    void delete(Series series, LocalDate day, String line) {
        byDay.delete(dayKey(series, day, line));
        byLine.delete(lineKey(series, line) + day);
    }

    /** The latest posting with a day ≤ {@code day}; of several on one day that of the greatest line. */
    @Nullable
    SeriesPosting latest(Series series, LocalDate day) {
        Rows.Row row = byDay.last(series.key() + "|", series.key() + "|" + day + "|" + Rows.END);
        return row == null ? null : posting(row.value());
    }

    /** The last day ≤ {@code day} with a posting. */
    @Nullable
    LocalDate lastDay(Series series, LocalDate day) {
        return dayOf(series, byDay.last(series.key() + "|", series.key() + "|" + day + "|" + Rows.END));
    }

    /** The first day after {@code day} with a posting. */
    @Nullable
    LocalDate nextDay(Series series, LocalDate day) {
        return dayOf(series, byDay.first(series.key() + "|" + day.plusDays(1), series.key() + "|" + Rows.END));
    }

    /** The day of the line's posting before {@code day}. */
    @Nullable
    LocalDate previousOfLine(Series series, String line, LocalDate day) {
        String prefix = lineKey(series, line);
        return dayAfter(prefix, byLine.last(prefix, prefix + day.minusDays(1)));
    }

    /** The day of the line's posting after {@code day}. */
    @Nullable
    LocalDate nextOfLine(Series series, String line, LocalDate day) {
        String prefix = lineKey(series, line);
        return dayAfter(prefix, byLine.first(prefix + day.plusDays(1), prefix + Rows.END));
    }

    private static String dayKey(Series series, LocalDate day, String line) {
        return series.key() + "|" + day + "|" + line;
    }

    private static String lineKey(Series series, String line) {
        return series.key() + "|" + line + "|";
    }

    private static SeriesPosting posting(String row) {
        return Json.read(row.getBytes(StandardCharsets.UTF_8), SeriesPosting.class);
    }

    private static @Nullable LocalDate dayOf(Series series, Rows.@Nullable Row row) {
        if (row == null) {
            return null;
        }
        int start = series.key().length() + 1;
        return LocalDate.parse(row.key().substring(start, row.key().indexOf('|', start)));
    }

    private static @Nullable LocalDate dayAfter(String prefix, Rows.@Nullable Row row) {
        return row == null ? null : LocalDate.parse(row.key().substring(prefix.length()));
    }
}
