package io.outlay.local.bench;

import io.outlay.contracts.Json;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.local.bench.BenchKafka.Message;
import io.outlay.local.bench.BenchReport.Ratio;
import io.outlay.local.bench.BenchReport.Row;
import io.outlay.local.bench.MoneyMoves.Move;
import io.outlay.local.road.RoadEnd;
import io.outlay.local.road.TopicReader;
import io.outlay.service.RunningService;
import io.outlay.service.Service;
import io.outlay.service.StreamsSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/**
 * Rolling totals beside what Kafka Streams' own windows and tables give ({@link TotalsRivals}), each a service with one thread at
 * exactly-once on one broker process, one partition. First all must give the same sums on a small set of moves.
 */
final class TotalsBench implements Bench {
    /** So many payers are gone through once: the runs are five sixths of that. */
    private static final int MANY = 1_000_000;

    private static final int PARTS = 6;

    /** Moves and payers. */
    private static final List<MoneyMoves> SIZES =
            List.of(new MoneyMoves(60_000, 1_000), new MoneyMoves(100_000, 100_000), new MoneyMoves(MANY, MANY));

    private static final MoneyMoves SMALL = new MoneyMoves(1_200, 20);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** Windows made of records are stopped after so many of the options' seconds. */
    private static final int WINDOWS_FOR = 4;

    @Override
    public String name() {
        return "totals";
    }

    @Override
    public String what() {
        return "rolling totals of 1,000 to 1,000,000 payers, beside hopping and sliding windows and a table by day";
    }

    @Override
    public BenchReport run(BenchOptions options) throws Exception {
        try (BenchKafka kafka = BenchKafka.start()) {
            kafka.create(List.of(Topics.SPEND_BY_COMPANY, Topics.SPEND_BY_COUNTRY, Topics.DEAD_LETTERS));
            feed(kafka, SMALL);
            for (TotalsRivals one : TotalsRivals.values()) {
                measure(kafka, one, SMALL, PATIENCE, streams -> requireSums(kafka, one, streams));
            }
        }
        List<Row> rows = new ArrayList<>();
        List<Ratio> ratios = new ArrayList<>();
        for (MoneyMoves moves : SIZES) {
            try (BenchKafka kafka = BenchKafka.start()) {
                kafka.create(List.of(Topics.SPEND_BY_COMPANY, Topics.SPEND_BY_COUNTRY, Topics.DEAD_LETTERS));
                feed(kafka, moves);
                compare(kafka, moves, options, rows, ratios);
            }
        }
        return new BenchReport(
                name(),
                "postings of 120 days, 1 % of them corrections of postings older than 30 days; windows of 7, 30, 90, 365 days",
                rows,
                ratios);
    }

    private static void compare(
            BenchKafka kafka, MoneyMoves moves, BenchOptions options, List<Row> rows, List<Ratio> ratios)
            throws Exception {
        Map<TotalsRivals, List<Double>> rates = new EnumMap<>(TotalsRivals.class);
        Map<TotalsRivals, List<Double>> bytes = new EnumMap<>(TotalsRivals.class);
        Duration shortly = Duration.ofSeconds((long) options.seconds() * WINDOWS_FOR);
        for (int run = 0; run < (moves.count() == MANY ? 1 : options.runs()); run++) {
            for (TotalsRivals one : TotalsRivals.values()) {
                boolean windows = one == TotalsRivals.HOPPING || one == TotalsRivals.SLIDING;
                Measured measured = measure(kafka, one, moves, windows ? shortly : PATIENCE, streams -> {});
                rates.computeIfAbsent(one, o -> new ArrayList<>())
                        .addAll(moves.count() == MANY && !windows ? measured.parts() : List.of(measured.perSecond()));
                bytes.computeIfAbsent(one, o -> new ArrayList<>()).add(measured.changelogBytes());
            }
        }
        String payers = String.format(Locale.ROOT, ", %,d payers", moves.payers());
        Map<TotalsRivals, Row> rate = new EnumMap<>(TotalsRivals.class);
        Map<TotalsRivals, Row> size = new EnumMap<>(TotalsRivals.class);
        rates.forEach((one, of) -> rate.put(one, Row.of(one.label() + payers, "postings/s", of)));
        bytes.forEach((one, of) -> size.put(one, Row.of(one.label() + payers, "changelog bytes/posting", of)));
        rows.addAll(rate.values());
        rows.addAll(size.values());
        ratios.add(ratio("postings/s against (a)" + payers, rate, TotalsRivals.HOPPING, 20));
        ratios.add(ratio("postings/s against (c)" + payers, rate, TotalsRivals.DAYS, 1));
        ratios.add(Ratio.atLeast(
                "changelog bytes of (a) against ours" + payers,
                median(size, TotalsRivals.HOPPING) / median(size, TotalsRivals.OURS),
                50));
    }

    private static Ratio ratio(String what, Map<TotalsRivals, Row> rows, TotalsRivals against, double reach) {
        return Ratio.atLeast(what, median(rows, TotalsRivals.OURS) / median(rows, against), reach);
    }

    private static double median(Map<TotalsRivals, Row> rows, TotalsRivals of) {
        return Objects.requireNonNull(rows.get(of)).median();
    }

    private static void feed(BenchKafka kafka, MoneyMoves moves) throws Exception {
        kafka.create(List.<Topic<?>>of(
                BenchKafka.topic(TotalsRivals.BY_PAYER, 1),
                BenchKafka.topic(TotalsRivals.BY_POSTING, 1),
                BenchKafka.topic(TotalsRivals.DAY_TOTALS, 1)));
        kafka.send(TotalsRivals.BY_PAYER, moves.all().map(move -> new Message(move.payer(), Json.bytes(move))));
        kafka.send(TotalsRivals.BY_POSTING, moves.all().map(move -> new Message(move.key(), Json.bytes(move))));
    }

    /** @param parts the rates of the first five sixths, when all came through */
    private record Measured(double perSecond, List<Double> parts, double changelogBytes) {}

    /** Looks at what has come out, while the service still runs. */
    private interface Look {
        void at(KafkaStreams streams) throws Exception;
    }

    /** From the first posting until all are taken in and committed, or until the time is over. */
    private static Measured measure(BenchKafka kafka, TotalsRivals one, MoneyMoves moves, Duration atMost, Look look)
            throws Exception {
        Tap tap = new Tap(moves.count());
        Service service = new Service(
                "bench-" + one.name().toLowerCase(Locale.ROOT) + "-" + System.nanoTime(),
                List.of(),
                List.of(),
                settings -> one.topology(tap),
                null);
        String group = StreamsSettings.applicationId(service.name());
        Measured measured;
        try (RunningService running = kafka.start(service, Map.of());
                RoadEnd end = new RoadEnd(kafka.bootstrap(), List.of(group))) {
            boolean all = tap.await(moves.count(), atMost);
            if (all && !end.await(PATIENCE, seen -> {})) {
                throw new TimeoutException(one + " did not come to its end");
            }
            long seen = tap.seen.get();
            double perSecond = seen * 1e9 / (System.nanoTime() - tap.first);
            measured = new Measured(perSecond, tap.parts(), (double) kafka.bytesOnDisk(group, "-changelog") / seen);
            System.err.printf(Locale.ROOT, "%s, %s: %,.0f postings/s%n", one.label(), moves, perSecond);
            look.at(running.streams());
        }
        kafka.forget(service);
        return measured;
    }

    /** Counts, and knows when they came. */
    private static final class Tap implements Consumer<Move> {
        private final AtomicLong seen = new AtomicLong();
        private final long part;
        private final List<Long> times = new CopyOnWriteArrayList<>();
        private volatile long first;

        Tap(long count) {
            this.part = count / PARTS;
        }

        @Override
        public void accept(Move move) {
            long number = seen.getAndIncrement();
            if (number == 0) {
                first = System.nanoTime();
            }
            if (number % part == 0) {
                times.add(System.nanoTime());
            }
        }

        /** Moves a second of each part but the last, which ends with the commit. */
        List<Double> parts() {
            List<Double> rates = new ArrayList<>();
            for (int p = 1; p < times.size(); p++) {
                rates.add(part * 1e9 / (times.get(p) - times.get(p - 1)));
            }
            return rates;
        }

        boolean await(long count, Duration atMost) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (seen.get() == 0 && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            while (seen.get() < count && System.nanoTime() < first + atMost.toNanos()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            return seen.get() >= count;
        }
    }

    /** Ours and (c) stand as of today; a sliding window as of the payer's last posting; hopping windows as of any day. */
    private static void requireSums(BenchKafka kafka, TotalsRivals one, KafkaStreams streams) {
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> found = new TreeMap<>();
        Map<String, LocalDate> lastDays = new TreeMap<>();
        SMALL.all().forEach(move -> lastDays.merge(move.payer(), move.day(), (a, b) -> a.isAfter(b) ? a : b));
        for (RollingWindow window : TotalsRivals.WINDOWS) {
            lastDays.forEach((payer, last) -> {
                LocalDate asOf = one == TotalsRivals.SLIDING ? last : MoneyMoves.TODAY;
                String key = payer + "|" + window.label();
                expected.put(key, sum(payer, window, asOf));
                switch (one) {
                    case HOPPING, SLIDING -> found.put(key, window(streams, payer, window, asOf));
                    case OURS, DAYS -> {}
                }
            });
        }
        TopicReader reader = TopicReader.on(kafka.bootstrap());
        switch (one) {
            case HOPPING, SLIDING -> {}
            case OURS ->
                reader.latest(Topics.SPEND_BY_COMPANY).values().stream()
                        .filter(total -> total.window() != RollingWindow.ALL)
                        .forEach(total ->
                                found.put(total.entity() + "|" + total.window().label(), total.headlineUsd()));
            case DAYS ->
                reader.latestBytes(TotalsRivals.DAY_TOTALS)
                        .forEach((key, value) -> found.put(
                                key, Json.read(value, RollingTotal.class).headlineUsd()));
        }
        if (!found.equals(expected)) {
            throw new IllegalStateException(one.label() + " gives other sums: " + found + ", not " + expected);
        }
    }

    private static long sum(String payer, RollingWindow window, LocalDate asOf) {
        return SMALL.all()
                .filter(move -> move.payer().equals(payer) && window.contains(move.day(), asOf))
                .mapToLong(Move::change)
                .sum();
    }

    /** The sum of the window that ends on a day. */
    private static long window(KafkaStreams streams, String payer, RollingWindow window, LocalDate asOf) {
        ReadOnlyWindowStore<String, Long> store = streams.store(StoreQueryParameters.fromNameAndType(
                TotalsRivals.store(window), QueryableStoreTypes.<String, Long>windowStore()));
        Instant begins =
                asOf.minusDays(window.days() - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
        Long sum = store.fetch(payer, begins.toEpochMilli());
        return sum == null ? 0 : sum;
    }
}
