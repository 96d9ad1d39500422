package io.outlay.aggregate.rolling;

import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rolling total is, by definition: each one is summed from the postings anew. {@link RunningTotals} gives the same values row by
 * row.
 *
 * <p>The total over w days as of day d is the sum of the postings with a day in {@code (d − w, d]}. A total exists while a posting lies
 * in {@code (d − 2w, d]}, the window and the window before. Its value changes only on the days when a posting enters, leaves, or leaves
 * the window before: the latest such day is {@code asOf}, the day before the next is {@code validThrough}; such a day counts although
 * what it brings may add up to nothing. A posting without a rate moves no money, but counts as one.
 */
public final class RollingTotals {
    /** Of two postings on one day, the one with the greater line is the later. */
    private static final Comparator<Posting> BY_DAY_AND_LINE =
            Comparator.comparing(Posting::day).thenComparing(Posting::line);

    private RollingTotals() {}

    /**
     * All totals of the postings as of a day, sorted by key.
     *
     * @param postings at most one per line and day
     * @param countryName the name of a country code as a posting carries it, several joined and {@code *} included
     */
    public static List<RollingTotal> of(
            Collection<Posting> postings, LocalDate asOf, UnaryOperator<String> countryName) {
        Map<String, List<Posting>> bySeries = new TreeMap<>();
        for (Posting posting : postings) {
            for (Series series : Series.of(posting)) {
                bySeries.computeIfAbsent(series.key(), key -> new ArrayList<>()).add(posting);
            }
        }
        Map<String, RollingTotal> totals = new TreeMap<>();
        bySeries.forEach((key, ofSeries) -> {
            ofSeries.sort(BY_DAY_AND_LINE);
            for (RollingWindow window : RollingWindow.values()) {
                RollingTotal total = total(Series.ofKey(key), window, ofSeries, asOf, countryName);
                if (total != null) {
                    totals.put(total.key(), total);
                }
            }
        });
        return List.copyOf(totals.values());
    }

    private static @Nullable RollingTotal total(
            Series series,
            RollingWindow window,
            List<Posting> postings,
            LocalDate asOf,
            UnaryOperator<String> countryName) {
        List<Posting> now = postings.stream()
                .filter(posting -> window.contains(posting.day(), asOf))
                .toList();
        List<Posting> before = window == RollingWindow.ALL
                ? List.of()
                : postings.stream()
                        .filter(posting -> window.contains(posting.day(), asOf.minusDays(window.days())))
                        .toList();
        if (now.isEmpty() && before.isEmpty()) {
            return null;
        }
        Posting latest = now.isEmpty() ? before.get(before.size() - 1) : now.get(now.size() - 1);
        return Labels.of(series, latest.payerName(), latest.payerCountry(), countryName)
                .total(
                        window,
                        changeDays(window, postings)
                                .filter(day -> !day.isAfter(asOf))
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        changeDays(window, postings)
                                .filter(day -> day.isAfter(asOf))
                                .min(Comparator.naturalOrder())
                                .map(day -> day.minusDays(1))
                                .orElse(null),
                        new Sums(
                                sum(now, Posting::lowUsd),
                                sum(now, Posting::headlineUsd),
                                sum(now, Posting::highUsd),
                                sum(now, posting -> negative(posting.headlineUsd())),
                                sum(before, Posting::headlineUsd),
                                now.stream().map(Posting::line).distinct().count()),
                        now.isEmpty() ? Labels.EXPIRY : latest.cause());
    }

    /** The days on which the postings change the total over the window. */
    private static Stream<LocalDate> changeDays(RollingWindow window, List<Posting> postings) {
        return postings.stream()
                .map(Posting::day)
                .flatMap(day -> window == RollingWindow.ALL
                        ? Stream.of(day)
                        : Stream.of(day, day.plusDays(window.days()), day.plusDays(2L * window.days())));
    }

    private static long sum(List<Posting> postings, NullableLong field) {
        long sum = 0;
        for (Posting posting : postings) {
            Long value = field.of(posting);
            sum += value == null ? 0 : value;
        }
        return sum;
    }

    private static @Nullable Long negative(@Nullable Long value) {
        return value == null ? null : Math.min(value, 0);
    }

    /** A field that is null when the posting has no rate. */
    private interface NullableLong {
        @Nullable
        Long of(Posting posting);
    }
}
