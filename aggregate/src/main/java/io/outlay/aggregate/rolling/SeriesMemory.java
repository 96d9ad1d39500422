package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The series that changed last: how they stand, and on which day each of their lines was posted last, so that one more posting reads few
 * rows. Nothing but a copy of rows: it may be forgotten at any time, and is when a task starts.
 */
final class SeriesMemory {
    /** Some 4 KiB each with a dozen lines: in twelve partitions 50 MiB at most. */
    static final int MAX_SERIES = 1_000;

    private static final int MAX_LINES = 100;

    private final LinkedHashMap<String, Remembered> series = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param row of the standing, null when there is none
     * @param lastOfLine the last day on which a line has a posting, for some lines
     */
    record Remembered(
            @Nullable String row,
            Standing standing,
            Map<RollingWindow, RollingTotal> totals,
            Map<String, LocalDate> lastOfLine) {
        static Remembered nothing() {
            return new Remembered(null, new Standing(), Map.of(), new HashMap<>());
        }
    }

    /** Takes a series out, if it is remembered: what fails in the middle of a change is not remembered then. */
    @Nullable
    Remembered take(String key) {
        return series.remove(key);
    }

    /** Remembers a series, and forgets the one that was longest not asked for. */
    void keep(String key, Remembered remembered) {
        if (remembered.lastOfLine.size() > MAX_LINES) {
            remembered.lastOfLine.clear();
        }
        series.put(key, remembered);
        if (series.size() > MAX_SERIES) {
            series.remove(series.keySet().iterator().next());
        }
    }
}
