package io.outlay.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.aggregate.rolling.RunningTotals;
import io.outlay.aggregate.rolling.RunningTotals.Published;
import io.outlay.aggregate.rolling.RunningTotals.Rolled;
import io.outlay.aggregate.rolling.Series;
import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.aggregate.rolling.SeriesPosting;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import io.outlay.service.StreamsSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Very much leaves at one midnight, from a RocksDB store as the service has it. A few thousand by default; {@code -Doutlay.roll=1000000}
 * makes it a million, and prints the processor time of the longest step: a step is what one tick does, and ends in a commit.
 */
class MillionRollTest {
    private static final int ENTRIES = Integer.getInteger("outlay.roll", 8_000);
    /** So many postings of a payer change in one record. */
    private static final int TOGETHER = 1_000;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final LocalDate DAY = LocalDate.parse("2024-02-29");

    @TempDir
    private Path folder;

    private KeyValueStore<String, String> store;
    private RunningTotals totals;
    private final Map<String, RollingTotal> published = new HashMap<>();

    @BeforeEach
    void open() {
        store = Store.TOTALS.builder().withLoggingDisabled().build();
        var context = new MockProcessorContext<>(
                StreamsSettings.defaults(AggregateTopology.SERVICE), new TaskId(0, 0), folder.toFile());
        store.init(context.getStateStoreContext(), store);
        totals = new RunningTotals(RunningTotals.Stores.of(this::rows), code -> code);
    }

    private StoreRows rows(String kind) {
        return new StoreRows(store, kind);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A service that slept for two years finds eight entries of each payer: four windows, and the windows before them. */
    @Test
    void manyTotalsAreRolledInBoundedSteps() {
        int payers = ENTRIES / 8;
        for (int i = 0; i < payers; i++) {
            post("payer" + i, 1);
        }
        Steps steps = roll(DAY.plusDays(2 * 365));
        assertEquals(payers * 8, steps.entries, "every entry once");
        assertTrue(steps.longest <= RollTotals.STEP, "no step takes more");
        assertEquals(payers, published.size(), "the stock of each stands");
        assertTrue(published.keySet().stream().allMatch(key -> key.endsWith("|all")), "and nothing else");
        try (var left = store.range("due|", "due|~")) {
            assertTrue(!left.hasNext(), "nothing is left to do");
        }
        steps.print(payers + " payers");
    }

    /** A million postings of one payer that leave a window together are one entry of the agenda. */
    @Test
    void manyPostingsOfOneTotalLeaveInOneStep() {
        post("meta", ENTRIES);
        assertEquals(ENTRIES, week("meta").headlineUsd());
        Steps steps = roll(DAY.plusDays(7));
        assertEquals(1, steps.entries);
        assertEquals(0, week("meta").headlineUsd());
        assertEquals(ENTRIES, week("meta").previousHeadlineUsd());
        roll(DAY.plusDays(14));
        assertNull(published.get("meta|GUIDANCE|7d"));
        steps.print(ENTRIES + " postings of one payer");
    }

    private RollingTotal week(String payer) {
        return Objects.requireNonNull(published.get(payer + "|GUIDANCE|" + RollingWindow.WEEK.label()));
    }

    private void post(String payer, int lines) {
        Series series = Series.of(posting(payer, "any")).get(0);
        List<SeriesChange.Change> changes = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            changes.add(new SeriesChange.Change("line" + i, DAY, SeriesPosting.of(posting(payer, "line" + i))));
            if (changes.size() == TOGETHER || i == lines) {
                totals.post(new SeriesChange(series, List.copyOf(changes)), DAY).forEach(this::take);
                changes.clear();
            }
        }
    }

    private static Posting posting(String payer, String line) {
        return new Posting(
                Posting.TYPE,
                line,
                payer,
                payer,
                "US",
                "*",
                Measure.GUIDANCE,
                DAY,
                1L,
                1L,
                1L,
                1L,
                1L,
                1L,
                "USD",
                "new");
    }

    private void take(Published total) {
        if (total.now() == null) {
            published.remove(total.key());
        } else {
            published.put(total.key(), total.now());
        }
    }

    private Steps roll(LocalDate today) {
        Steps steps = new Steps();
        Rolled rolled;
        do {
            long start = THREAD.getCurrentThreadCpuTime();
            rolled = totals.roll(today, RollTotals.STEP);
            steps.took(rolled.published().size(), THREAD.getCurrentThreadCpuTime() - start);
            rolled.published().forEach(this::take);
        } while (rolled.more());
        return steps;
    }

    private static final class Steps {
        private int steps;
        private int entries;
        private int longest;
        private long nanos;
        private long longestNanos;

        void took(int changed, long time) {
            steps++;
            entries += changed;
            longest = Math.max(longest, changed);
            nanos += time;
            longestNanos = Math.max(longestNanos, time);
        }

        void print(String what) {
            if (Integer.getInteger("outlay.roll") != null) {
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d entries in %d steps, %.1f s of processor time together, the longest %.0f ms%n",
                        what,
                        entries,
                        steps,
                        nanos / 1e9,
                        longestNanos / 1e6);
            }
        }
    }
}
