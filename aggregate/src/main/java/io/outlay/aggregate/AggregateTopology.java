package io.outlay.aggregate;

import io.outlay.aggregate.ledger.EffectiveClaimSet;
import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Correction;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Json;
import io.outlay.contracts.JsonSerde;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.service.DeadLetters;
import io.outlay.service.FirstKeyPartStreamPartitioner;
import io.outlay.service.ReadOrDeadLetter;
import io.outlay.service.StreamsSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * {@code claims}, {@code corrections} and {@code fx-rates} → {@code commitments}, {@code postings}, {@code postings-history} and the rolling
 * totals {@code spend-by-company} and {@code spend-by-country}.
 *
 * <pre>
 * claims ──────────────────────► send-claims ─────┐
 * corrections ═► take-correction ► correct-claims ─┴► claims-by-effective-payer ► collect-figures ─┐
 *                      └─────────► call-corrected ────────────────────────────────────────────────┤
 * fx-rates ════════════════════► take-rate ───────────────────────────────────────────────────────┴► payers-to-resolve
 *
 * payers-to-resolve ► resolve-payer ► commitments, postings, postings-history
 *                          └► changes-by-entity ► roll-totals ► spend-by-company, spend-by-country
 * </pre>
 *
 * <p>Double lines go to every partition. Whatever comes only marks its payer and calls for it once; a call takes all that came until then
 * into one resolution.
 */
public final class AggregateTopology {
    /** Names this service in dead letters, group ids and logs. */
    public static final String SERVICE = "aggregate";

    private AggregateTopology() {}

    /** @param clock says which day it is (UTC): windows roll by it, and history is dated by it */
    public static Topology of(InstantSource clock) {
        var builder = new StreamsBuilder(StreamsSettings.topologyConfig(SERVICE));
        for (Store store : Store.values()) {
            builder.addStateStore(store.builder());
        }
        KStream<String, List<Correction>> corrections = read(builder, Topics.CORRECTIONS, "corrections", Correction::id)
                .repartition(everywhere("corrections-everywhere", Topics.CORRECTIONS.valueSerde()))
                .process(TakeCorrection::new, Named.as("take-correction"), Store.labels(TakeCorrection.STORES));
        KStream<String, FxRate> rates = read(builder, Topics.FX_RATES, "fx-rates", FxRate::key)
                .repartition(everywhere("fx-rates-everywhere", Topics.FX_RATES.valueSerde()));

        KStream<String, EffectiveClaimSet> sent = read(builder, Topics.CLAIMS, "claims", ClaimSet::key)
                .process(SendClaims::new, Named.as("send-claims"), Store.labels(SendClaims.STORES));
        KStream<String, EffectiveClaimSet> corrected =
                corrections.process(CorrectClaims::new, Named.as("correct-claims"), Store.labels(CorrectClaims.STORES));
        KStream<String, String> collected = sent.merge(corrected, Named.as("claims-sent-or-corrected"))
                .repartition(byFirstKeyPart("claims-by-effective-payer", new JsonSerde<>(EffectiveClaimSet.class)))
                .process(CollectFigures::new, Named.as("collect-figures"), Store.labels(CollectFigures.STORES));

        collected
                .merge(
                        corrections.process(
                                CallCorrected::new, Named.as("call-corrected"), Store.labels(CallCorrected.STORES)),
                        Named.as("collected-or-corrected"))
                .merge(
                        rates.process(TakeRate::new, Named.as("take-rate"), Store.labels(TakeRate.STORES)),
                        Named.as("collected-corrected-or-rated"))
                .repartition(byFirstKeyPart("payers-to-resolve", Serdes.String()))
                .process(() -> new ResolvePayer(clock), Named.as("resolve-payer"), Store.labels(ResolvePayer.STORES))
                .mapValues(SeriesChange.class::cast, Named.as(ResolvePayer.CHANGES))
                .repartition(byFirstKeyPart("changes-by-entity", new JsonSerde<>(SeriesChange.class)))
                .process(() -> new RollTotals(clock), Named.as("roll-totals"), Store.labels(RollTotals.STORES));

        Topology topology = builder.build();
        topology.addSink(
                DeadLetters.SINK,
                Topics.DEAD_LETTERS.name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                "parse-claims",
                "parse-corrections",
                "parse-fx-rates");
        write(topology, ResolvePayer.COMMITMENTS, Topics.COMMITMENTS, "resolve-payer");
        write(topology, ResolvePayer.POSTINGS, Topics.POSTINGS, "resolve-payer");
        write(topology, ResolvePayer.HISTORY, Topics.POSTINGS_HISTORY, "resolve-payer");
        write(topology, RollTotals.BY_COMPANY, Topics.SPEND_BY_COMPANY, "roll-totals");
        write(topology, RollTotals.BY_COUNTRY, Topics.SPEND_BY_COUNTRY, "roll-totals");
        return topology;
    }

    /** A topic read as bytes; what cannot be parsed is a dead letter and counts as gone. */
    private static <V> KStream<String, V> read(
            StreamsBuilder builder, Topic<V> topic, String name, Function<V, String> keyOf) {
        String accepted = "accepted-" + name;
        return builder.stream(
                        topic.name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-" + name))
                .process(
                        ReadOrDeadLetter.orNull(
                                SERVICE,
                                (key, value) ->
                                        value == null ? null : keyed(key, Json.read(value, topic.value()), keyOf),
                                accepted),
                        Named.as("parse-" + name))
                .map((key, value) -> KeyValue.pair((String) key, topic.value().cast(value)), Named.as(accepted));
    }

    static <V> void write(Topology topology, String name, Topic<V> topic, String parent) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), topic.valueSerde().serializer(), parent);
    }

    private static <V> V keyed(String key, V value, Function<V, String> keyOf) {
        if (!keyOf.apply(value).equals(key)) {
            throw new IllegalArgumentException(
                    "the key is '" + key + "', but the value belongs to '" + keyOf.apply(value) + "'");
        }
        return value;
    }

    private static <V> Repartitioned<String, V> byFirstKeyPart(String name, Serde<V> values) {
        return internal(name, values, new FirstKeyPartStreamPartitioner<>());
    }

    /** A topic of few records that each partition must know. */
    private static <V> Repartitioned<String, V> everywhere(String name, Serde<V> values) {
        return internal(
                name,
                values,
                (topic, key, value, partitions) ->
                        Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet())));
    }

    private static <V> Repartitioned<String, V> internal(
            String name, Serde<V> values, StreamPartitioner<String, V> partitioner) {
        return Repartitioned.<String, V>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(values)
                .withStreamPartitioner(partitioner)
                .withNumberOfPartitions(Topics.CLAIMS.partitions());
    }
}
