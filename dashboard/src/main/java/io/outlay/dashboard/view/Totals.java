package io.outlay.dashboard.view;

import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Totals of all entities, greatest first. */
final class Totals {
    private static final Comparator<EntityTotal> GREATEST_FIRST =
            Comparator.comparingLong(EntityTotal::headlineUsd).reversed().thenComparing(EntityTotal::entity);

    private Totals() {}

    /** As the topics of totals say. */
    static List<EntityTotal> published(Collection<RollingTotal> totals, TotalsQuery query) {
        Basis basis =
                switch (query.by()) {
                    case COMPANY -> null;
                    case HEADQUARTERS -> Basis.HEADQUARTERS;
                    case DESTINATION -> Basis.DESTINATION;
                };
        return totals.stream()
                .filter(total -> total.measure() == query.measure()
                        && total.window() == query.window()
                        && total.basis() == basis)
                .map(EntityTotal::of)
                .sorted(GREATEST_FIRST)
                .toList();
    }

    /** By definition: the plain sums of the postings in {@code (asOf − w, asOf]}, and in as many days before for what was before. */
    static List<EntityTotal> summed(PostingIndex postings, TotalsQuery query, LocalDate asOf) {
        RollingWindow window = query.window();
        @Nullable LocalDate after = window == RollingWindow.ALL ? null : asOf.minusDays(2L * window.days());
        Map<String, Sum> sums = new HashMap<>();
        postings.forEach(query.measure(), after, asOf, posting -> sums.computeIfAbsent(
                        query.by().entityOf(posting), entity -> new Sum())
                .add(posting, window.contains(posting.day(), asOf)));
        return sums.values().stream()
                .map(sum -> sum.total(query.by()))
                .sorted(GREATEST_FIRST)
                .toList();
    }

    private static final class Sum {
        private final Set<String> lines = new HashSet<>();
        private long low;
        private long headline;
        private long high;
        private long added;
        private long removed;
        private long previous;
        private @Nullable Posting latest;

        /** Postings come in the order of their days; those without a rate move no money, but count. */
        void add(Posting posting, boolean inWindow) {
            latest = posting;
            long change = orZero(posting.headlineUsd());
            if (!inWindow) {
                previous += change;
                return;
            }
            lines.add(posting.line());
            low += orZero(posting.lowUsd());
            headline += change;
            high += orZero(posting.highUsd());
            added += Math.max(change, 0);
            removed += Math.min(change, 0);
        }

        EntityTotal total(Dimension by) {
            Posting labelled = latest;
            if (labelled == null) {
                throw new IllegalStateException("a sum has a posting");
            }
            return new EntityTotal(
                    by.entityOf(labelled),
                    by.nameOf(labelled),
                    by.countryOf(labelled),
                    low,
                    headline,
                    high,
                    added,
                    removed,
                    previous,
                    lines.size());
        }

        private static long orZero(@Nullable Long value) {
            return value == null ? 0 : value;
        }
    }
}
