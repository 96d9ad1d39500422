package io.outlay.local.chaos;

import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import io.outlay.local.chaos.Payers.Payer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The totals that the announcements of a run add up to, by the definitions of the words alone. Deliberately shares no code with the
 * service that it checks: every total is summed anew from all steps.
 */
final class ExpectedTotals {
    /** What a chaos run compares of a rolling total. */
    record Total(long low, long headline, long high, int commitments) {
        static Total of(RollingTotal total) {
            return new Total(total.lowUsd(), total.headlineUsd(), total.highUsd(), total.commitments());
        }
    }

    private record Posting(String line, LocalDate day, long headline, long high) {}

    private ExpectedTotals() {}

    /** Key of {@code spend-by-company} or {@code spend-by-country} → the total as of a day. */
    static SortedMap<String, Total> of(List<Step> steps, LocalDate asOf) {
        Map<String, List<Posting>> series = new HashMap<>();
        Map<Payer, List<Step>> byPayer = new HashMap<>();
        for (Step step : steps) {
            byPayer.computeIfAbsent(step.payer(), any -> new ArrayList<>()).add(step);
            Posting posting = new Posting(step.line(), step.day(), step.change(), step.change());
            String measure = "|" + step.measure();
            post(series, step.payer().id() + measure, posting);
            post(series, step.payer().country() + "|HEADQUARTERS" + measure, posting);
            post(series, step.destination() + "|DESTINATION" + measure, posting);
        }
        byPayer.forEach((payer, ofPayer) -> announced(payer, ofPayer).forEach(posting -> {
            post(series, payer.id() + "|ANNOUNCED", posting);
            post(series, payer.country() + "|HEADQUARTERS|ANNOUNCED", posting);
        }));
        SortedMap<String, Total> totals = new TreeMap<>();
        series.forEach((key, postings) -> {
            for (RollingWindow window : RollingWindow.values()) {
                put(totals, key, postings, window, asOf);
            }
        });
        return totals;
    }

    /**
     * A payer's own headline: the larger of guidance and commitments (their sum as the high end), as a stock that changes day by day; a
     * posting is what it changed by on a day.
     */
    private static List<Posting> announced(Payer payer, List<Step> steps) {
        SortedSet<LocalDate> days = new TreeSet<>();
        steps.forEach(step -> days.add(step.day()));
        List<Posting> postings = new ArrayList<>();
        long headlineBefore = 0;
        long highBefore = 0;
        for (LocalDate day : days) {
            Map<Measure, Long> stock = new EnumMap<>(Measure.class);
            for (Step step : steps) {
                if (!step.day().isAfter(day)) {
                    stock.merge(step.measure(), step.change(), Long::sum);
                }
            }
            long guidance = stock.getOrDefault(Measure.GUIDANCE, 0L);
            long commitments = stock.getOrDefault(Measure.COMMITMENT, 0L);
            long headline = Math.max(guidance, commitments);
            long high = guidance + commitments;
            if (headline != headlineBefore || high != highBefore) {
                postings.add(new Posting(payer.id() + ".announced", day, headline - headlineBefore, high - highBefore));
            }
            headlineBefore = headline;
            highBefore = high;
        }
        return postings;
    }

    private static void put(
            SortedMap<String, Total> totals, String key, List<Posting> postings, RollingWindow window, LocalDate asOf) {
        long headline = 0;
        long high = 0;
        boolean known = false;
        Set<String> lines = new HashSet<>();
        for (Posting posting : postings) {
            long age = asOf.toEpochDay() - posting.day().toEpochDay();
            if (age < length(window)) {
                headline += posting.headline();
                high += posting.high();
                lines.add(posting.line());
            }
            known |= age / 2 < length(window) && age < 2L * length(window);
        }
        if (known) {
            totals.put(key + "|" + window.label(), new Total(headline, headline, high, lines.size()));
        }
    }

    /** Days back, the day itself among them. */
    private static long length(RollingWindow window) {
        return window.label().equals("all")
                ? Integer.MAX_VALUE
                : Long.parseLong(window.label().replace("d", ""));
    }

    private static void post(Map<String, List<Posting>> series, String key, Posting posting) {
        series.computeIfAbsent(key, any -> new ArrayList<>()).add(posting);
    }
}
