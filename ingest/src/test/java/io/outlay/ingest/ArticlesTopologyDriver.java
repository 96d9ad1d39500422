package io.outlay.ingest;

import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topics;
import io.outlay.service.StreamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** {@link ArticlesTopology} without a broker, at a time that stands still. */
final class ArticlesTopologyDriver implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final TopologyTestDriver driver = new TopologyTestDriver(ArticlesTopology.of(), settings(), NOW);
    private final TestInputTopic<String, byte[]> raw = driver.createInputTopic(
            Topics.RAW_ARTICLES.name(), new StringSerializer(), new ByteArraySerializer(), NOW, Duration.ZERO);
    private final TestOutputTopic<String, Article> articles = driver.createOutputTopic(
            Topics.ARTICLES.name(),
            new StringDeserializer(),
            Topics.ARTICLES.valueSerde().deserializer());
    private final TestOutputTopic<String, byte[]> deadLetters =
            driver.createOutputTopic(Topics.DEAD_LETTERS.name(), new StringDeserializer(), new ByteArrayDeserializer());

    private static Properties settings() {
        Properties settings = StreamsSettings.defaults(ArticlesTopology.SERVICE);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, temporaryFolder().toString());
        return settings;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("outlay-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void raw(RawArticle seen) {
        raw.pipeInput(seen.id(), Json.bytes(seen));
    }

    void raw(String key, String value) {
        raw.pipeInput(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    List<KeyValue<String, Article>> articles() {
        return articles.readKeyValuesToList();
    }

    List<TestRecord<String, Article>> timestampedArticles() {
        return articles.readRecordsToList();
    }

    /** What a compacted {@code articles} holds at the end: key → value as JSON, tombstones left out. */
    Map<String, String> articlesAtRest() {
        Map<String, String> atRest = new TreeMap<>();
        for (KeyValue<String, Article> record : articles()) {
            if (record.value == null) {
                atRest.remove(record.key);
            } else {
                atRest.put(record.key, Json.string(record.value));
            }
        }
        return atRest;
    }

    List<String> deadLetterMessages() {
        return deadLetters.readRecordsToList().stream()
                .map(letter ->
                        new String(letter.headers().lastHeader("outlay.message").value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** How much a store has written to its changelog since it was last asked. */
    long changelogBytes(String store) {
        var changelog = driver.createOutputTopic(
                "outlay-ingest-" + store + "-changelog", new StringDeserializer(), new ByteArrayDeserializer());
        return changelog.readValuesToList().stream()
                .mapToLong(value -> value == null ? 0 : value.length)
                .sum();
    }

    @Override
    public void close() {
        driver.close();
    }
}
