package io.outlay.local.bench;

import io.outlay.aggregate.AggregateTopology;
import io.outlay.aggregate.TotalsTopology;
import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.contracts.JsonSerde;
import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Dimension;
import io.outlay.contracts.RollingWindow;
import io.outlay.local.bench.MoneyMoves.Move;
import io.outlay.service.StreamsSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.SlidingWindows;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Rolling totals as others would make them of Kafka Streams' own parts, beside ours; each sums one amount over 7, 30, 90 and 365 days.
 * Ours keeps more (low and high, added and removed, the window before, lines, what comes at midnight) and writes all of it.
 */
enum TotalsRivals {
    OURS("rolling totals") {
        @Override
        Topology topology(Consumer<Move> tap) {
            Deserializer<SeriesChange> reader = (topic, value) -> {
                Move move = Move.read(value);
                tap.accept(move);
                return move.asChange();
            };
            return TotalsTopology.of(InstantSource.fixed(NOON), BY_PAYER, reading(reader));
        }
    },
    /** A window begins each day: a posting is added to 7 + 30 + 90 + 365 of them. Writes no topic. */
    HOPPING("(a) hopping windows by day") {
        @Override
        Topology topology(Consumer<Move> tap) {
            StreamsBuilder builder = builder();
            KGroupedStream<String, Long> changes = changes(builder, tap);
            for (RollingWindow window : WINDOWS) {
                changes.windowedBy(TimeWindows.ofSizeAndGrace(days(window.days()), LATE)
                                .advanceBy(days(1)))
                        .reduce(Long::sum, Named.as("sum-" + window.label()), windowed(window));
            }
            return builder.build();
        }
    },
    /** A window ends, and one begins, at each day with a posting. Writes no topic. */
    SLIDING("(b) sliding windows") {
        @Override
        Topology topology(Consumer<Move> tap) {
            StreamsBuilder builder = builder();
            KGroupedStream<String, Long> changes = changes(builder, tap);
            for (RollingWindow window : WINDOWS) {
                changes.windowedBy(SlidingWindows.ofTimeDifferenceAndGrace(days(window.days() - 1L), LATE))
                        .reduce(Long::sum, Named.as("sum-" + window.label()), windowed(window));
            }
            return builder.build();
        }
    },
    /** Sums per day, of which the four windows are summed whenever one changes. */
    DAYS("(c) KTable by day") {
        @Override
        Topology topology(Consumer<Move> tap) {
            StreamsBuilder builder = builder();
            builder.stream(BY_POSTING, Consumed.with(Serdes.String(), moves()).withName("read-moves"))
                    .peek((key, move) -> tap.accept(move), Named.as("tap"))
                    .toTable(
                            Named.as("postings"),
                            Materialized.<String, Move, KeyValueStore<Bytes, byte[]>>as("postings")
                                    .withKeySerde(Serdes.String())
                                    .withValueSerde(new JsonSerde<>(Move.class)))
                    .groupBy(
                            (key, move) -> KeyValue.pair(move.payer() + "|" + move.day(), move.usd()),
                            Grouped.with("by-day", Serdes.String(), Serdes.Long()))
                    .reduce(
                            Long::sum,
                            (sum, gone) -> sum - gone,
                            Named.as("sum-days"),
                            Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as(DAY_STORE)
                                    .withKeySerde(Serdes.String())
                                    .withValueSerde(Serdes.Long()))
                    .toStream(Named.as("changed-days"))
                    .process(SumDays::new, Named.as("sum-windows"), DAY_STORE)
                    .to(
                            DAY_TOTALS,
                            Produced.with(Serdes.String(), new JsonSerde<>(RollingTotal.class))
                                    .withName("write-totals"));
            return builder.build();
        }
    };

    /** Moves keyed by payer. */
    static final String BY_PAYER = "bench.moves-by-payer";
    /** The same moves keyed by posting, for a table of postings. */
    static final String BY_POSTING = "bench.moves-by-posting";
    /** {@code payer|window} → total, what (c) writes: the value that others read, as ours does. */
    static final String DAY_TOTALS = "bench.day-totals";

    static final List<RollingWindow> WINDOWS =
            List.of(RollingWindow.WEEK, RollingWindow.MONTH, RollingWindow.QUARTER, RollingWindow.YEAR);

    private static final Instant NOON = MoneyMoves.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    private static final String DAY_STORE = "days";
    /** So late a posting may still be corrected. */
    private static final Duration LATE = days(400);

    private final String label;

    TotalsRivals(String label) {
        this.label = label;
    }

    /** For people. */
    String label() {
        return label;
    }

    /** @param tap told of each move that is read, before it is worked on */
    abstract Topology topology(Consumer<Move> tap);

    /** The store of windows of that length, with (a) and (b). */
    static String store(RollingWindow window) {
        return "windows-" + window.label();
    }

    private static Materialized<String, Long, WindowStore<Bytes, byte[]>> windowed(RollingWindow window) {
        return Materialized.<String, Long, WindowStore<Bytes, byte[]>>as(store(window))
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.Long())
                .withRetention(days(2L * window.days()).plus(LATE));
    }

    private static KGroupedStream<String, Long> changes(StreamsBuilder builder, Consumer<Move> tap) {
        KStream<String, Move> moves = builder.stream(
                BY_PAYER,
                Consumed.with(Serdes.String(), moves())
                        .withTimestampExtractor((record, before) -> ((Move) record.value()).dayMs())
                        .withName("read-moves"));
        return moves.peek((key, move) -> tap.accept(move), Named.as("tap"))
                .mapValues(Move::change, Named.as("changes"))
                .groupByKey(Grouped.with("by-payer", Serdes.String(), Serdes.Long()));
    }

    private static StreamsBuilder builder() {
        return new StreamsBuilder(StreamsSettings.topologyConfig(AggregateTopology.SERVICE));
    }

    private static Serde<Move> moves() {
        return reading((topic, value) -> Move.read(value));
    }

    private static <V> Serde<V> reading(Deserializer<V> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> {
                    throw new UnsupportedOperationException("this is only read");
                },
                reader);
    }

    private static Duration days(long count) {
        return Duration.ofDays(count);
    }

    /** Sums the days of a payer, newest first, to the four windows. */
    private static final class SumDays implements Processor<String, Long, String, RollingTotal> {
        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
        private ProcessorContext<String, RollingTotal> context;

        @SuppressWarnings("NullAway.Init")
        private ReadOnlyKeyValueStore<String, ValueAndTimestamp<Long>> days;

        @Override
        public void init(ProcessorContext<String, RollingTotal> context) {
            this.context = context;
            this.days = context.getStateStore(DAY_STORE);
        }

        @Override
        public void process(Record<String, Long> changed) {
            String payer = changed.key().substring(0, changed.key().indexOf('|'));
            LocalDate oldest = MoneyMoves.TODAY.minusDays(RollingWindow.YEAR.days() - 1L);
            long[] sums = new long[WINDOWS.size()];
            try (KeyValueIterator<String, ValueAndTimestamp<Long>> found =
                    days.range(payer + "|" + oldest, payer + "|" + MoneyMoves.TODAY)) {
                while (found.hasNext()) {
                    var day = found.next();
                    LocalDate on = LocalDate.parse(day.key.substring(payer.length() + 1));
                    for (int w = 0; w < sums.length; w++) {
                        if (WINDOWS.get(w).contains(on, MoneyMoves.TODAY)) {
                            sums[w] += day.value.value();
                        }
                    }
                }
            }
            for (int w = 0; w < sums.length; w++) {
                RollingTotal total = total(payer, WINDOWS.get(w), sums[w]);
                context.forward(
                        changed.withKey(payer + "|" + WINDOWS.get(w).label()).withValue(total));
            }
        }

        /** A value as others read it, with what is not kept left at nothing. */
        private static RollingTotal total(String payer, RollingWindow window, long usd) {
            return new RollingTotal(
                    RollingTotal.TYPE,
                    Dimension.COMPANY,
                    payer,
                    payer,
                    "US",
                    null,
                    Measure.COMMITMENT,
                    window,
                    MoneyMoves.TODAY,
                    null,
                    usd,
                    usd,
                    usd,
                    usd,
                    0,
                    0,
                    0,
                    "new");
        }
    }
}
