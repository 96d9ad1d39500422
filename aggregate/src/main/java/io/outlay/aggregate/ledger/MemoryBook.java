package io.outlay.aggregate.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evidence held in memory. */
final class MemoryBook implements EvidenceBook {
    private final Map<String, TreeMap<String, EvidenceRow>> byFigure = new HashMap<>();

    MemoryBook(Collection<EvidenceRow> rows) {
        for (EvidenceRow row : rows) {
            byFigure.computeIfAbsent(row.figure(), figure -> new TreeMap<>()).put(row.key(), row);
        }
    }

    @Override
    public List<EvidenceRow> shown(String figure, @Nullable LocalDate from) {
        return first(figure, from, SHOWN);
    }

    private List<EvidenceRow> first(String figure, @Nullable LocalDate from, int most) {
        return byFigure.getOrDefault(figure, new TreeMap<>()).values().stream()
                .filter(row -> from == null || row.day() == null || !row.day().isBefore(from))
                .limit(most)
                .toList();
    }

    @Override
    public List<Source> sources(String figure) {
        return first(figure, null, COMPARED).stream().map(Source::of).toList();
    }

    @Override
    public int independentSources(String figure) {
        return IndependentSources.count(sources(figure));
    }

    @Override
    public @Nullable LocalDate newestDay(String figure) {
        return byFigure.getOrDefault(figure, new TreeMap<>()).values().stream()
                .map(EvidenceRow::day)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
