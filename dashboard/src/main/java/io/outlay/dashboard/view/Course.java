package io.outlay.dashboard.view;

import io.outlay.contracts.Band;
import io.outlay.contracts.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/** Stock and net change, step by step: sums of postings. */
final class Course {
    private final PostingIndex postings;
    private final SeriesQuery query;
    private final IntUnaryOperator entities;

    private Course(PostingIndex postings, SeriesQuery query) {
        this.postings = postings;
        this.query = query;
        this.entities = postings.entities(query.by());
    }

    /**
     * The greatest entities have a strand each, all others are one.
     *
     * @throws IllegalArgumentException if a strand had more than {@link SeriesQuery#MAX_POINTS} points
     */
    static List<Strand> of(PostingIndex postings, SeriesQuery query) {
        return new Course(postings, query).strands();
    }

    /** The greatest changes that are no first announcement, in the order of their days. */
    static List<Posting> revisions(PostingIndex postings, SeriesQuery query, int atMost) {
        List<Posting> found = new ArrayList<>();
        LocalDate after = query.from() == null ? null : query.from().minusDays(1);
        postings.forEach(query.measure(), query.filter(), after, query.to(), row -> {
            if (postings.headline(row) != 0 && !postings.posting(row).cause().equals("new")) {
                found.add(postings.posting(row));
            }
        });
        found.sort(Comparator.comparingLong((Posting p) -> -Math.abs(change(p))).thenComparing(Posting::key));
        List<Posting> greatest = new ArrayList<>(found.subList(0, Math.min(atMost, found.size())));
        greatest.sort(Comparator.comparing(Posting::day).thenComparing(Posting::line));
        return greatest;
    }

    private static long change(Posting posting) {
        return posting.headlineUsd() == null ? 0 : posting.headlineUsd();
    }

    private List<Strand> strands() {
        long[] stocks = new long[postings.entityCount(query.by())];
        int[] latest = new int[stocks.length];
        Arrays.fill(latest, PostingIndex.noRow());
        int[] firstDay = {Integer.MAX_VALUE};
        forEach(row -> {
            int entity = entities.applyAsInt(row);
            stocks[entity] += postings.headline(row);
            latest[entity] = postings.later(latest[entity], row);
            firstDay[0] = Math.min(firstDay[0], postings.day(row));
        });
        LocalDate from = query.from() != null
                ? query.from()
                : firstDay[0] == Integer.MAX_VALUE ? query.to() : LocalDate.ofEpochDay(firstDay[0]);
        Steps steps = Steps.of(query.step(), from, query.to());

        List<Integer> greatest = greatest(stocks, latest);
        int[] strandOf = new int[stocks.length];
        Arrays.fill(strandOf, greatest.size());
        for (int i = 0; i < greatest.size(); i++) {
            strandOf[greatest.get(i)] = i;
        }
        List<Changes> changes = new ArrayList<>();
        for (int i = 0; i <= greatest.size(); i++) {
            changes.add(new Changes(steps.count()));
        }
        boolean[] others = {false};
        forEach(row -> {
            int strand = strandOf[entities.applyAsInt(row)];
            others[0] |= strand == greatest.size();
            changes.get(strand).add(steps.of(postings.day(row)), row, postings);
        });

        List<Strand> strands = new ArrayList<>();
        for (int i = 0; i < greatest.size(); i++) {
            Posting labelled = postings.posting(latest[greatest.get(i)]);
            strands.add(new Strand(
                    query.by().entityOf(labelled),
                    query.by().nameOf(labelled),
                    changes.get(i).points(steps)));
        }
        if (query.strands() == 0 || others[0]) {
            String name = query.strands() == 0 ? "all" : "all others";
            strands.add(new Strand(null, name, changes.get(greatest.size()).points(steps)));
        }
        return strands;
    }

    private void forEach(IntConsumer each) {
        postings.forEach(query.measure(), query.filter(), null, query.to(), each);
    }

    private List<Integer> greatest(long[] stocks, int[] latest) {
        List<Integer> present = new ArrayList<>();
        for (int entity = 0; entity < latest.length; entity++) {
            if (latest[entity] != PostingIndex.noRow()) {
                present.add(entity);
            }
        }
        present.sort(Comparator.<Integer>comparingLong(entity -> -stocks[entity])
                .thenComparing(entity -> query.by().entityOf(postings.posting(latest[entity]))));
        return present.subList(0, Math.min(query.strands(), present.size()));
    }

    /** What changed in each step; what came before the first is its opening. */
    private static final class Changes {
        private final long[] low;
        private final long[] headline;
        private final long[] high;
        private final int[] count;

        /** One more than there are steps: the first is all that came before. */
        Changes(int steps) {
            low = new long[steps + 1];
            headline = new long[steps + 1];
            high = new long[steps + 1];
            count = new int[steps + 1];
        }

        void add(int step, int row, PostingIndex postings) {
            int at = Math.max(step + 1, 0);
            low[at] += postings.low(row);
            headline[at] += postings.headline(row);
            high[at] += postings.high(row);
            count[at]++;
        }

        List<Strand.Point> points(Steps steps) {
            List<Strand.Point> points = new ArrayList<>(steps.count());
            Band stock = new Band(low[0], headline[0], high[0]);
            for (int i = 0; i < steps.count(); i++) {
                Band net = new Band(low[i + 1], headline[i + 1], high[i + 1]);
                stock = stock.plus(net);
                points.add(new Strand.Point(steps.ends.get(i), stock, net, count[i + 1]));
            }
            return points;
        }
    }

    /** The steps of a range of days. */
    private static final class Steps {
        /** The last day of each; that of the last step is the last day asked for. */
        private final List<LocalDate> ends;

        /** The first day. */
        private final int first;

        /** By a day's distance from the first, the number of its step. */
        private final int[] ofDay;

        private Steps(List<LocalDate> ends, int first, int[] ofDay) {
            this.ends = ends;
            this.first = first;
            this.ofDay = ofDay;
        }

        static Steps of(Step step, LocalDate from, LocalDate to) {
            if (from.isAfter(to)) {
                return new Steps(List.of(), Integer.MAX_VALUE, new int[0]);
            }
            if (step.between(from, to) > SeriesQuery.MAX_POINTS) {
                throw new IllegalArgumentException(
                        "more than " + SeriesQuery.MAX_POINTS + " points; begin later or take longer steps");
            }
            List<LocalDate> ends = new ArrayList<>();
            LocalDate first = step.startOf(from);
            int[] ofDay = new int[(int) (to.toEpochDay() - first.toEpochDay()) + 1];
            for (LocalDate day = first;
                    !day.isAfter(to);
                    day = ends.get(ends.size() - 1).plusDays(1)) {
                LocalDate end = step.endOf(day).isAfter(to) ? to : step.endOf(day);
                Arrays.fill(
                        ofDay,
                        (int) (day.toEpochDay() - first.toEpochDay()),
                        (int) (end.toEpochDay() - first.toEpochDay()) + 1,
                        ends.size());
                ends.add(end);
            }
            return new Steps(ends, (int) first.toEpochDay(), ofDay);
        }

        int count() {
            return ends.size();
        }

        /** −1 for a day before the first step. */
        int of(int epochDay) {
            return epochDay < first ? -1 : ofDay[epochDay - first];
        }
    }
}
