package io.outlay.aggregate;

import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Correction;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Json;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.service.StreamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

/** {@link AggregateTopology} without a broker, on a clock that tests move; its topics as a reader of compacted topics has them. */
final class AggregateDriver implements AutoCloseable {
    static final List<Topic<?>> PUBLIC = List.of(
            Topics.COMMITMENTS,
            Topics.POSTINGS,
            Topics.POSTINGS_HISTORY,
            Topics.SPEND_BY_COMPANY,
            Topics.SPEND_BY_COUNTRY);

    private final Path folder;
    private final Map<Topic<?>, TreeMap<String, String>> atRest = new LinkedHashMap<>();
    private final List<String> written = new ArrayList<>();
    private final Map<Topic<?>, TestOutputTopic<String, byte[]>> outputs = new LinkedHashMap<>();
    private LocalDate today;
    private TopologyTestDriver driver;

    AggregateDriver(String today) {
        this.today = LocalDate.parse(today);
        try {
            this.folder = Files.createTempDirectory("outlay-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PUBLIC.forEach(topic -> atRest.put(topic, new TreeMap<>()));
        this.driver = opened();
    }

    private TopologyTestDriver opened() {
        Properties settings = StreamsSettings.defaults(AggregateTopology.SERVICE);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        TopologyTestDriver opened = new TopologyTestDriver(
                AggregateTopology.of(this::now), settings, Instant.parse("2030-01-01T00:00:00Z"));
        for (Topic<?> topic : PUBLIC) {
            outputs.put(
                    topic,
                    opened.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer()));
        }
        return opened;
    }

    private Instant now() {
        return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** Ends the service, and starts another one that has nothing of it but its rows, on another day. */
    void restartOn(String day) {
        drain();
        Map<Store, Map<String, String>> left = rows();
        driver.close();
        today = LocalDate.parse(day);
        driver = opened();
        restore(left);
    }

    /** Puts rows into the stores as a service that starts has them from its changelogs. */
    void restore(Map<Store, Map<String, String>> rows) {
        rows.forEach((store, ofStore) -> {
            var restored = driver.<String, String>getKeyValueStore(store.label());
            ofStore.forEach(restored::put);
        });
    }

    /** The clock shows another day; nothing else happens. */
    void day(String day) {
        today = LocalDate.parse(day);
    }

    LocalDate today() {
        return today;
    }

    /** The wall clock ticks so many times. */
    void tick(int times) {
        for (int i = 0; i < times; i++) {
            driver.advanceWallClockTime(PacedWork.IDLE);
        }
        drain();
    }

    void claims(ClaimSet set) {
        bytes(Topics.CLAIMS, set.key(), Json.string(set));
    }

    void retract(ClaimSet set) {
        bytes(Topics.CLAIMS, set.key(), null);
    }

    void rate(FxRate rate) {
        bytes(Topics.FX_RATES, rate.key(), Json.string(rate));
    }

    void correction(Correction correction) {
        bytes(Topics.CORRECTIONS, correction.id(), Json.string(correction));
    }

    void bytes(Topic<?> topic, String key, @Nullable String value) {
        TestInputTopic<String, byte[]> input =
                driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
        input.pipeInput(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        drain();
    }

    private void drain() {
        outputs.forEach((topic, output) -> output.readKeyValuesToList().forEach(record -> {
            String value = record.value == null ? null : new String(record.value, StandardCharsets.UTF_8);
            written.add(topic.name() + " " + record.key + (value == null ? " gone" : ""));
            if (value == null) {
                atRest.get(topic).remove(record.key);
            } else {
                atRest.get(topic).put(record.key, value);
            }
        }));
    }

    /** Key → value of what a compacted topic holds at the end. */
    Map<String, String> atRest(Topic<?> topic) {
        return atRest.get(topic);
    }

    /** All public topics but the history: topic and key → value. */
    Map<String, String> atRest() {
        Map<String, String> all = new TreeMap<>();
        atRest.forEach((topic, rows) -> {
            if (!topic.equals(Topics.POSTINGS_HISTORY)) {
                rows.forEach((key, value) -> all.put(topic.name() + " " + key, value));
            }
        });
        return all;
    }

    /** Both topics of totals as they were written. */
    List<RollingTotal> totals() {
        return Stream.of(Topics.SPEND_BY_COMPANY, Topics.SPEND_BY_COUNTRY)
                .flatMap(topic -> atRest.get(topic).values().stream())
                .map(value -> Json.read(value.getBytes(StandardCharsets.UTF_8), RollingTotal.class))
                .toList();
    }

    List<Posting> postings() {
        return atRest.get(Topics.POSTINGS).values().stream()
                .map(value -> Json.read(value.getBytes(StandardCharsets.UTF_8), Posting.class))
                .toList();
    }

    <V> V value(Topic<V> topic, String key) {
        String value = atRest.get(topic).get(key);
        if (value == null) {
            throw new AssertionError("nothing at " + key + " in " + topic.name() + "; there are "
                    + atRest.get(topic).keySet());
        }
        return Json.read(value.getBytes(StandardCharsets.UTF_8), topic.value());
    }

    /** The records written since the last call, {@code topic key}, and {@code gone} behind tombstones. */
    List<String> written() {
        List<String> since = List.copyOf(written);
        written.clear();
        return since;
    }

    /** The headers of each dead letter. */
    List<Map<String, String>> deadLetters() {
        return driver
                .createOutputTopic(Topics.DEAD_LETTERS.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(letter -> {
                    Map<String, String> headers = new TreeMap<>();
                    letter.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    return headers;
                })
                .toList();
    }

    /** All rows of all stores. */
    Map<Store, Map<String, String>> rows() {
        Map<Store, Map<String, String>> all = new EnumMap<>(Store.class);
        for (Store store : Store.values()) {
            all.put(store, rows(store));
        }
        return all;
    }

    /** All rows of a store. */
    Map<String, String> rows(Store store) {
        Map<String, String> rows = new TreeMap<>();
        try (var all = driver.<String, String>getKeyValueStore(store.label()).all()) {
            all.forEachRemaining(row -> rows.put(row.key, row.value));
        }
        return rows;
    }

    @Override
    public void close() {
        driver.close();
    }
}
