package io.outlay.dashboard.view;

import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
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
                    case FLOW -> throw new IllegalArgumentException("no topic has totals by " + query.by());
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
        int first = window == RollingWindow.ALL
                ? Integer.MIN_VALUE
                : (int) asOf.minusDays(window.days()).toEpochDay() + 1;
        Sums sums = new Sums(postings, query.by());
        postings.forEach(
                query.measure(), query.filter(), after, asOf, row -> sums.add(row, postings.day(row) >= first));
        return sums.totals(query.by());
    }

    /** The postings in the window, newest first. */
    static List<Posting> behind(PostingIndex postings, TotalsQuery query, LocalDate asOf) {
        RollingWindow window = query.window();
        @Nullable LocalDate after = window == RollingWindow.ALL ? null : asOf.minusDays(window.days());
        List<Posting> found = new ArrayList<>();
        postings.forEach(query.measure(), query.filter(), after, asOf, row -> found.add(postings.posting(row)));
        found.sort(Comparator.comparing(Posting::day).reversed().thenComparing(Posting::line));
        return found;
    }

    /** Sums by an entity's number. */
    private static final class Sums {
        private final PostingIndex postings;
        private final IntUnaryOperator entities;
        private final long[] low;
        private final long[] headline;
        private final long[] high;
        private final long[] added;
        private final long[] removed;
        private final long[] previous;
        private final int[] lines;
        private final int[] latest;

        /** The entity, from 1 on, with which a line was first seen: nearly all have one only. */
        private final int[] entityOfLine;

        /** The further ones, as line and entity. */
        private final Set<Long> further = new HashSet<>();

        Sums(PostingIndex postings, Dimension by) {
            this.postings = postings;
            this.entities = postings.entities(by);
            int count = postings.entityCount(by);
            low = new long[count];
            headline = new long[count];
            high = new long[count];
            added = new long[count];
            removed = new long[count];
            previous = new long[count];
            lines = new int[count];
            latest = new int[count];
            Arrays.fill(latest, PostingIndex.noRow());
            entityOfLine = new int[postings.lineCount()];
        }

        void add(int row, boolean inWindow) {
            int entity = entities.applyAsInt(row);
            latest[entity] = postings.later(latest[entity], row);
            long change = postings.headline(row);
            if (!inWindow) {
                previous[entity] += change;
                return;
            }
            countLine(postings.line(row), entity);
            low[entity] += postings.low(row);
            headline[entity] += change;
            high[entity] += postings.high(row);
            if (change > 0) {
                added[entity] += change;
            } else {
                removed[entity] += change;
            }
        }

        private void countLine(int line, int entity) {
            if (entityOfLine[line] == 0) {
                entityOfLine[line] = entity + 1;
                lines[entity]++;
            } else if (entityOfLine[line] != entity + 1 && further.add(((long) line << 32) | entity)) {
                lines[entity]++;
            }
        }

        List<EntityTotal> totals(Dimension by) {
            List<EntityTotal> totals = new ArrayList<>();
            for (int entity = 0; entity < latest.length; entity++) {
                if (latest[entity] != PostingIndex.noRow()) {
                    Posting labelled = postings.posting(latest[entity]);
                    totals.add(new EntityTotal(
                            by.entityOf(labelled),
                            by.nameOf(labelled),
                            by.countryOf(labelled),
                            low[entity],
                            headline[entity],
                            high[entity],
                            added[entity],
                            removed[entity],
                            previous[entity],
                            lines[entity]));
                }
            }
            totals.sort(GREATEST_FIRST);
            return totals;
        }
    }
}
