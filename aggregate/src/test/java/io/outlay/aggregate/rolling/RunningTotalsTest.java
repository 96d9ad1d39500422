package io.outlay.aggregate.rolling;

import static io.outlay.aggregate.rolling.PostingSamples.meta;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.aggregate.rolling.RunningTotals.Published;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

class RunningTotalsTest {
    private static final LocalDate START = LocalDate.parse("2024-02-01");

    /** One thing that happens to the totals. */
    sealed interface Step {
        /** The posting of a line on a day becomes another one, or goes. */
        record Post(int line, int day, long amount, int place, boolean gone) implements Step {}

        /** The clock shows a day so much later, or earlier; one bounded step of the roll is made. */
        record Clock(int days) implements Step {}

        /** The service starts again on the same rows. */
        record Restart() implements Step {}
    }

    /** February 2024 has 29 days; the windows' ends fall before, on and after it. */
    @Property(tries = 400)
    void runningTotalsAreTheTotalsByDefinition(@ForAll("steps") @Size(min = 1, max = 60) List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            world.take(step);
        }
        world.rollOut();
        assertEquals(world.byDefinition(), world.published);
    }

    @Property(tries = 100)
    void theOrderOfPostingsLeavesNoTrace(
            @ForAll("steps") @Size(min = 1, max = 40) List<Step> steps, @ForAll Random random) {
        World one = new World();
        steps.forEach(one::take);
        one.rollOut();
        World other = new World();
        other.clock = one.asOf();
        List<Posting> shuffled = new ArrayList<>(one.postings.values());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(other::post);
        assertEquals(one.published, other.published);
    }

    /** Retracting everything leaves tombstones, and no row behind. */
    @Property(tries = 100)
    void retractingAllLeavesNothing(@ForAll("steps") @Size(min = 1, max = 40) List<Step> steps) {
        World world = new World();
        steps.forEach(world::take);
        List.copyOf(world.postings.values()).forEach(world::retract);
        assertEquals(new TreeMap<>(), world.published);
        assertEquals(List.of(), world.rowsLeft());
    }

    @Example
    void aRevisionIsOneValuePerWindowAndNeverASubtractionAlone() {
        World world = new World();
        world.clock = LocalDate.parse("2025-05-01");
        world.post(meta("m1", "2025-04-30", 65L));
        SeriesChange both = new SeriesChange(
                Series.of(meta("m1", "2025-04-30", 0L)).get(0),
                List.of(
                        new SeriesChange.Change("m1", LocalDate.parse("2025-04-30"), null),
                        new SeriesChange.Change(
                                "m1", LocalDate.parse("2025-05-01"), SeriesPosting.of(meta("m1", "2025-05-01", 72L)))));
        List<Published> published = world.running().post(both, world.clock);
        assertEquals(5, published.size());
        for (Published total : published) {
            assertEquals(72, total.now().headlineUsd());
            assertEquals(72, total.now().addedUsd());
            assertEquals(0, total.now().removedUsd());
        }
    }

    /** A day on which many totals change is rolled in steps; news in the middle sees one day only. */
    @Example
    void aLongRollIsCutIntoStepsAndNewsInTheMiddleIsRolledFirst() {
        World world = new World();
        world.clock = LocalDate.parse("2025-05-01");
        for (int line = 0; line < 300; line++) {
            world.post(PostingSamples.posting(
                    "payer" + line, "US", "*", Measure.GUIDANCE, "l" + line, world.clock, 1L, "new"));
        }
        world.clock = LocalDate.parse("2025-05-08");
        assertEquals(302, world.due(), "the payers, their country and no destination");
        world.collect(world.running().roll(world.clock, 100).published());
        assertEquals(302 - 96, world.due(), "one total each, and room for one series with all windows");
        world.post(PostingSamples.posting("payer299", "US", "*", Measure.GUIDANCE, "l299", world.clock, 5L, "raised"));
        RollingTotal week = Json.read(
                world.published.get("payer299|GUIDANCE|7d").getBytes(StandardCharsets.UTF_8), RollingTotal.class);
        assertEquals(5, week.headlineUsd());
        assertEquals(1, week.previousHeadlineUsd());
        world.rollOut();
        assertEquals(world.byDefinition(), world.published);
    }

    /** Exact: a row more for each posting is a record more in the changelog. */
    @Example
    void aPostingCostsTheSameHoweverManyThereAre() {
        World small = new World();
        World large = new World();
        small.clock = large.clock = LocalDate.parse("2025-05-01");
        for (int i = 0; i < 400; i++) {
            String day = small.clock.minusDays(i).toString();
            small.post(meta("l0", day, 1L + i));
            for (int line = 0; line < 13; line++) {
                if (line != 2) {
                    large.post(meta("l" + line, day, 1L + i));
                }
            }
        }
        for (World world : List.of(small, large)) {
            assertEquals("4 reads, 3 writes", accessesOfOnePost(world, "2024-03-01"), "another line on an old day");
            assertEquals("2 reads, 5 writes", accessesOfOnePost(world, "2025-05-01"), "and on the newest day");
            assertEquals(
                    "1 reads, 4 writes",
                    accessesOfOnePost(world, "2025-05-02"),
                    "a day to come, with an entry on the agenda");
            world.restart();
            assertEquals("8 reads, 4 writes", accessesOfOnePost(world, "2024-03-05"), "nothing is remembered");
        }
    }

    /** A payer's first posting: itself, its day, how the series stands, and when it changes next. */
    @Example
    void theFirstPostingOfASeriesReadsNothingButWhetherThereIsOne() {
        World world = new World();
        world.post(PostingSamples.posting("other", "US", "*", Measure.GUIDANCE, "l1", world.clock, 1L, "new"));
        assertEquals("1 reads, 4 writes", accessesOfOnePost(world, world.clock.toString()));
    }

    private static String accessesOfOnePost(World world, String day) {
        List<MapRows> all = world.all();
        int readsBefore = all.stream().mapToInt(rows -> rows.reads).sum();
        int writesBefore = all.stream().mapToInt(rows -> rows.writes).sum();
        Posting posting = meta("l2", day, 70L);
        world.running()
                .post(
                        new SeriesChange(
                                Series.of(posting).get(0),
                                List.of(new SeriesChange.Change("l2", posting.day(), SeriesPosting.of(posting)))),
                        world.clock);
        return all.stream().mapToInt(rows -> rows.reads).sum() - readsBefore
                + " reads, "
                + (all.stream().mapToInt(rows -> rows.writes).sum() - writesBefore) + " writes";
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> posts = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(-760, 40),
                                Arbitraries.integers().between(-30, 30),
                                Arbitraries.of(0, 27, 28, 29, 30)),
                        Arbitraries.longs().between(-3, 40),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(false, false, true))
                .as(Step.Post::new);
        Arbitrary<Step> clocks = Arbitraries.oneOf(
                        Arbitraries.integers().between(-20, 40), Arbitraries.of(1, 1, 7, 30, 365, 400))
                .map(Step.Clock::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, posts), Tuple.of(2, clocks), Tuple.of(1, Arbitraries.just(new Step.Restart())))
                .list();
    }

    /** The rows, the topic that a consumer sees, and the set of postings. */
    private static final class World {
        final MapRows ofLines = new MapRows();
        final MapRows otherLines = new MapRows();
        final MapRows days = new MapRows();
        final MapRows standings = new MapRows();
        final MapRows agenda = new MapRows();
        final MapRows rollDay = new MapRows();
        final MapRows earlier = new MapRows();
        final TreeMap<String, String> published = new TreeMap<>();
        final TreeMap<String, Posting> postings = new TreeMap<>();
        LocalDate clock = START;
        private RunningTotals running = started();

        private RunningTotals started() {
            return new RunningTotals(
                    new RunningTotals.Stores(
                            ofLines,
                            otherLines,
                            days,
                            standings,
                            agenda,
                            rollDay,
                            new EarlierRows.Stores(earlier, earlier, earlier, earlier)),
                    PostingSamples::countryName);
        }

        RunningTotals running() {
            return running;
        }

        void restart() {
            running = started();
        }

        List<MapRows> all() {
            return List.of(ofLines, otherLines, days, standings, agenda, rollDay);
        }

        /** All but the roll day. */
        List<String> rowsLeft() {
            return Stream.of(ofLines, otherLines, days, standings, agenda)
                    .flatMap(rows -> rows.rows.keySet().stream())
                    .toList();
        }

        /** How many series the day has still to be rolled over. */
        long due() {
            return agenda.rows.headMap(clock + "|" + Rows.END).size();
        }

        void take(Step step) {
            if (step instanceof Step.Post post) {
                Posting posting = posting(post);
                if (post.gone()) {
                    retract(posting);
                } else {
                    post(posting);
                }
            } else if (step instanceof Step.Clock moved) {
                clock = clock.plusDays(moved.days());
                collect(running.roll(clock, 3).published());
            } else {
                restart();
            }
        }

        private Posting posting(Step.Post post) {
            Measure measure = post.line() == 0 ? Measure.ANNOUNCED : Measure.GUIDANCE;
            String payer = "payer" + post.line() % 2;
            String destination = List.of("*", "FR", "SA;US").get(measure == Measure.ANNOUNCED ? 0 : post.place());
            Long amount = post.amount() == -3 ? null : post.amount();
            LocalDate day = START.plusDays(post.day());
            return PostingSamples.posting(
                    payer, "US", destination, measure, "line" + post.line(), day, amount, "cause" + post.amount());
        }

        void post(Posting posting) {
            retract(posting);
            postings.put(posting.key(), posting);
            for (Series series : Series.of(posting)) {
                change(series, posting, SeriesPosting.of(posting));
            }
        }

        void retract(Posting posting) {
            Posting before = postings.remove(posting.key());
            if (before != null) {
                Series.of(before).forEach(series -> change(series, before, null));
            }
        }

        private void change(Series series, Posting posting, SeriesPosting now) {
            collect(running.post(
                    new SeriesChange(series, List.of(new SeriesChange.Change(posting.line(), posting.day(), now))),
                    clock));
        }

        void collect(List<Published> news) {
            for (Published total : news) {
                if (total.now() == null) {
                    assertTrue(published.remove(total.key()) != null, () -> "tombstone of nothing: " + total.key());
                } else {
                    assertEquals(total.key(), total.now().key());
                    String before = published.put(total.key(), Json.string(total.now()));
                    assertTrue(!Json.string(total.now()).equals(before), "only changed totals are published");
                }
            }
        }

        /** Makes steps until the day is rolled. */
        void rollOut() {
            RunningTotals.Rolled rolled;
            do {
                rolled = running.roll(clock, 3);
                collect(rolled.published());
            } while (rolled.more());
        }

        private LocalDate asOf() {
            String row = rollDay.rows.get("roll-day");
            LocalDate rolled = row == null ? clock : LocalDate.parse(row.substring(0, 10));
            return rolled.isAfter(clock) ? rolled : clock;
        }

        Map<String, String> byDefinition() {
            TreeMap<String, String> totals = new TreeMap<>();
            for (RollingTotal total : RollingTotals.of(postings.values(), asOf(), PostingSamples::countryName)) {
                totals.put(total.key(), Json.string(total));
            }
            return totals;
        }
    }
}
