package io.outlay.dashboard.view;

import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The postings in columns: every total and every series is one walk over arrays, whatever is filtered by. A row is a posting's place in
 * them; rows of postings that are gone are used again.
 */
final class PostingIndex {
    private static final int NO_ROW = -1;

    private final NavigableMap<String, Integer> rowByKey = new TreeMap<>();
    private final ArrayList<Integer> free = new ArrayList<>();
    private final Dictionary payers = new Dictionary();
    private final Dictionary headquarters = new Dictionary();
    private final Dictionary destinations = new Dictionary();
    private final Dictionary lines = new Dictionary();
    private int rows;

    private @Nullable Posting[] postings = new Posting[16];

    /** Null where a row is free. */
    private @Nullable Measure[] measure = new Measure[16];

    private int[] day = new int[16];
    private int[] payer = new int[16];
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int[] line = new int[16];
    private long[] low = new long[16];
    private long[] headline = new long[16];
    private long[] high = new long[16];

    /** @param now null when the posting is gone */
    void put(String key, @Nullable Posting now) {
        if (now == null) {
            Integer row = rowByKey.remove(key);
            if (row != null) {
                postings[row] = null;
                measure[row] = null;
                free.add(row);
            }
        } else {
            int row = rowByKey.computeIfAbsent(key, any -> newRow());
            set(row, now);
        }
    }

    private int newRow() {
        if (!free.isEmpty()) {
            return free.remove(free.size() - 1);
        }
        if (rows == day.length) {
            grow(rows * 2);
        }
        return rows++;
    }

    private void grow(int size) {
        postings = Arrays.copyOf(postings, size);
        measure = Arrays.copyOf(measure, size);
        day = Arrays.copyOf(day, size);
        payer = Arrays.copyOf(payer, size);
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        line = Arrays.copyOf(line, size);
        low = Arrays.copyOf(low, size);
        headline = Arrays.copyOf(headline, size);
        high = Arrays.copyOf(high, size);
    }

    private void set(int row, Posting now) {
        postings[row] = now;
        measure[row] = now.measure();
        day[row] = (int) now.day().toEpochDay();
        payer[row] = payers.numberOf(now.payer());
        from[row] = headquarters.numberOf(now.payerCountry());
        to[row] = destinations.numberOf(now.destination());
        line[row] = lines.numberOf(now.line());
        low[row] = orZero(now.lowUsd());
        headline[row] = orZero(now.headlineUsd());
        high[row] = orZero(now.highUsd());
    }

    /** Without a rate a posting moves no money. */
    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    void clear() {
        rowByKey.clear();
        free.clear();
        payers.clear();
        headquarters.clear();
        destinations.clear();
        lines.clear();
        Arrays.fill(postings, null);
        Arrays.fill(measure, null);
        rows = 0;
    }

    /** All of them, by key. */
    Collection<Posting> all() {
        List<Posting> all = new ArrayList<>(rowByKey.size());
        rowByKey.values().forEach(row -> all.add(posting(row)));
        return all;
    }

    int size() {
        return rowByKey.size();
    }

    Optional<LedgerView.DayRange> days() {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < rows; row++) {
            if (measure[row] != null) {
                first = Math.min(first, day[row]);
                last = Math.max(last, day[row]);
            }
        }
        return first > last
                ? Optional.empty()
                : Optional.of(new LedgerView.DayRange(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)));
    }

    /** Those of one line, by day. */
    List<Posting> ofLine(String line) {
        List<Posting> found = new ArrayList<>();
        rowByKey.subMap(line + "|", line + "}").values().forEach(row -> found.add(posting(row)));
        return found;
    }

    /**
     * The rows of a measure's postings with a day in {@code (after, upTo]}, in no order.
     *
     * @param after null: from the first day on
     */
    void forEach(Measure measure, Filter filter, @Nullable LocalDate after, LocalDate upTo, IntConsumer each) {
        int last = (int) upTo.toEpochDay();
        int before = after == null ? Integer.MIN_VALUE : (int) after.toEpochDay();
        if (filter.passesAll()) {
            for (int row = 0; row < rows; row++) {
                if (this.measure[row] == measure && day[row] > before && day[row] <= last) {
                    each.accept(row);
                }
            }
            return;
        }
        boolean[] paying = payers.passing(
                id -> filter.company() == null || filter.company().equals(id));
        boolean[] sitting = headquarters.passing(codes -> Filter.isAmong(filter.headquarters(), codes));
        boolean[] going = destinations.passing(codes -> Filter.isAmong(filter.destination(), codes));
        for (int row = 0; row < rows; row++) {
            if (this.measure[row] == measure
                    && day[row] > before
                    && day[row] <= last
                    && paying[payer[row]]
                    && sitting[from[row]]
                    && going[to[row]]) {
                each.accept(row);
            }
        }
    }

    /** Small numbers for the entities of a dimension, from 0 on. */
    IntUnaryOperator entities(Dimension by) {
        return switch (by) {
            case COMPANY -> row -> payer[row];
            case HEADQUARTERS -> row -> from[row];
            case DESTINATION -> row -> to[row];
            case FLOW -> row -> from[row] * destinations.size() + to[row];
        };
    }

    /** How many numbers {@link #entities} may give. */
    int entityCount(Dimension by) {
        return switch (by) {
            case COMPANY -> payers.size();
            case HEADQUARTERS -> headquarters.size();
            case DESTINATION -> destinations.size();
            case FLOW -> Math.multiplyExact(headquarters.size(), destinations.size());
        };
    }

    int lineCount() {
        return lines.size();
    }

    Posting posting(int row) {
        Posting posting = postings[row];
        if (posting == null) {
            throw new IllegalStateException("row " + row + " is free");
        }
        return posting;
    }

    int day(int row) {
        return day[row];
    }

    int line(int row) {
        return line[row];
    }

    long low(int row) {
        return low[row];
    }

    long headline(int row) {
        return headline[row];
    }

    long high(int row) {
        return high[row];
    }

    /** Of two rows that whose posting is later, by day and key. Labels are those of the latest. */
    int later(int one, int other) {
        if (one == NO_ROW || one == other) {
            return other;
        }
        int byDay = Integer.compare(day[one], day[other]);
        return byDay > 0
                        || byDay == 0
                                && posting(one).line().compareTo(posting(other).line()) > 0
                ? one
                : other;
    }

    /** What {@link #later} begins with. */
    static int noRow() {
        return NO_ROW;
    }
}
