package io.outlay.aggregate.ledger;

import io.outlay.contracts.Band;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * R15: the payer's headline series. Annual guidance and multi-year plans overlap and are not added blindly:
 * {@code headline = max(GUIDANCE, COMMITMENT) + PUBLIC}, the low likewise of the lows, the high is the sum of the highs.
 */
final class Announced {
    private static final Comparator<Posting> WEIGHTIEST = Comparator.<Posting>comparingLong(
                    p -> Math.abs(p.headlineUsd() == null ? 0 : p.headlineUsd()))
            .reversed()
            .thenComparing(Posting::line);

    private Announced() {}

    /** The line that a payer's ANNOUNCED postings stand under. */
    static String line(String payer) {
        return payer + ".announced";
    }

    /** @param postings those of the payer's commitments */
    static List<Posting> of(Payer payer, Collection<Posting> postings) {
        TreeMap<LocalDate, List<Posting>> byDay = new TreeMap<>();
        for (Posting p : postings) {
            boolean counts = p.measure() == Measure.GUIDANCE
                    || p.measure() == Measure.COMMITMENT
                    || p.measure() == Measure.PUBLIC;
            if (counts && p.headlineUsd() != null) {
                byDay.computeIfAbsent(p.day(), day -> new ArrayList<>()).add(p);
            }
        }
        List<Posting> series = new ArrayList<>();
        Map<Measure, Band> stocks = new EnumMap<>(Measure.class);
        Band before = Band.ZERO;
        for (Map.Entry<LocalDate, List<Posting>> day : byDay.entrySet()) {
            for (Posting p : day.getValue()) {
                stocks.merge(p.measure(), usd(p), Band::plus);
            }
            Band now = stock(
                    stocks.getOrDefault(Measure.GUIDANCE, Band.ZERO),
                    stocks.getOrDefault(Measure.COMMITMENT, Band.ZERO),
                    stocks.getOrDefault(Measure.PUBLIC, Band.ZERO));
            Band change = now.minus(before);
            if (!change.equals(Band.ZERO)) {
                String cause =
                        day.getValue().stream().min(WEIGHTIEST).orElseThrow().cause();
                series.add(posting(payer, day.getKey(), change, cause));
            }
            before = now;
        }
        return series;
    }

    static Band stock(Band guidance, Band commitment, Band publicMoney) {
        return new Band(
                Math.max(guidance.low(), commitment.low()) + publicMoney.low(),
                Math.max(guidance.headline(), commitment.headline()) + publicMoney.headline(),
                guidance.high() + commitment.high() + publicMoney.high());
    }

    private static Band usd(Posting p) {
        return new Band(orZero(p.lowUsd()), orZero(p.headlineUsd()), orZero(p.highUsd()));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static Posting posting(Payer payer, LocalDate day, Band change, String cause) {
        return new Posting(
                Posting.TYPE,
                line(payer.id()),
                payer.id(),
                payer.name(),
                payer.country(),
                "*",
                Measure.ANNOUNCED,
                day,
                change.low(),
                change.headline(),
                change.high(),
                null,
                null,
                null,
                null,
                cause);
    }
}
