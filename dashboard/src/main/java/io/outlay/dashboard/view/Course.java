package io.outlay.dashboard.view;

import io.outlay.contracts.Band;
import io.outlay.contracts.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stock and net change, step by step: sums of postings. */
final class Course {
    /** What changed up to the end of each step, by the step's last day. */
    private static final class Changes {
        private final TreeMap<LocalDate, Band> nets = new TreeMap<>();
        private final TreeMap<LocalDate, Integer> counts = new TreeMap<>();
        private String name = "";
        private Band stock = Band.ZERO;

        void add(LocalDate end, Band change, int postings) {
            nets.merge(end, change, Band::plus);
            counts.merge(end, postings, Integer::sum);
            stock = stock.plus(change);
        }

        void addAll(Changes other) {
            other.nets.forEach((end, net) -> add(end, net, other.counts.getOrDefault(end, 0)));
        }
    }

    private Course() {}

    /** @throws IllegalArgumentException if a strand had more than {@link SeriesQuery#MAX_POINTS} points */
    static List<Strand> of(PostingIndex postings, SeriesQuery query) {
        Map<String, Changes> byEntity = new HashMap<>();
        postings.forEach(query.measure(), null, query.to(), posting -> {
            String entity = query.by().entityOf(posting);
            if (query.entity() == null || query.entity().equals(entity)) {
                Changes changes = byEntity.computeIfAbsent(entity, any -> new Changes());
                changes.name = query.by().nameOf(posting);
                changes.add(end(query, posting.day()), usd(posting), 1);
            }
        });
        LocalDate from = query.from() != null ? query.from() : first(byEntity, query.to());
        if (!from.isAfter(query.to()) && query.step().between(from, query.to()) > SeriesQuery.MAX_POINTS) {
            throw new IllegalArgumentException(
                    "more than " + SeriesQuery.MAX_POINTS + " points; begin later or take longer steps");
        }
        return strands(byEntity, query, from);
    }

    private static List<Strand> strands(Map<String, Changes> byEntity, SeriesQuery query, LocalDate from) {
        List<Map.Entry<String, Changes>> greatestFirst = byEntity.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Changes>>comparingLong(
                                entry -> entry.getValue().stock.headline())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<Strand> strands = new ArrayList<>();
        Changes others = new Changes();
        for (int i = 0; i < greatestFirst.size(); i++) {
            Changes changes = greatestFirst.get(i).getValue();
            if (i < query.strands()) {
                strands.add(new Strand(greatestFirst.get(i).getKey(), changes.name, points(changes, query, from)));
            } else {
                others.addAll(changes);
            }
        }
        if (query.strands() == 0) {
            Changes one = query.entity() == null ? null : byEntity.get(query.entity());
            strands.add(new Strand(query.entity(), one == null ? "all" : one.name, points(others, query, from)));
        } else if (greatestFirst.size() > query.strands()) {
            strands.add(new Strand(null, "all others", points(others, query, from)));
        }
        return strands;
    }

    private static List<Strand.Point> points(Changes changes, SeriesQuery query, LocalDate from) {
        List<Strand.Point> points = new ArrayList<>();
        if (from.isAfter(query.to())) {
            return points;
        }
        LocalDate day = end(query, from);
        Band stock = changes.nets.headMap(day, false).values().stream().reduce(Band.ZERO, Band::plus);
        while (true) {
            Band net = changes.nets.getOrDefault(day, Band.ZERO);
            stock = stock.plus(net);
            points.add(new Strand.Point(day, stock, net, changes.counts.getOrDefault(day, 0)));
            if (!day.isBefore(query.to())) {
                return points;
            }
            day = end(query, day.plusDays(1));
        }
    }

    /** The last day of a step, the last step being cut at the last day asked for. */
    private static LocalDate end(SeriesQuery query, LocalDate day) {
        LocalDate end = query.step().endOf(day);
        return end.isAfter(query.to()) ? query.to() : end;
    }

    private static LocalDate first(Map<String, Changes> byEntity, LocalDate otherwise) {
        return byEntity.values().stream()
                .map(changes -> changes.nets.firstKey())
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private static Band usd(Posting posting) {
        return new Band(orZero(posting.lowUsd()), orZero(posting.headlineUsd()), orZero(posting.highUsd()));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
