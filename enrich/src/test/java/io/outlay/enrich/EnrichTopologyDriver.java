package io.outlay.enrich;

import io.outlay.contracts.Article;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topics;
import io.outlay.service.StreamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** {@link EnrichTopology} without a broker, read as lines of text. */
final class EnrichTopologyDriver implements AutoCloseable {
    private final TopologyTestDriver driver = new TopologyTestDriver(EnrichTopology.of(new WordTagger()), settings());
    private final TestInputTopic<String, byte[]> articles =
            driver.createInputTopic(Topics.ARTICLES.name(), new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, EnrichedArticle> enriched = driver.createOutputTopic(
            Topics.ENRICHED_ARTICLES.name(),
            new StringDeserializer(),
            Topics.ENRICHED_ARTICLES.valueSerde().deserializer());
    private final TestOutputTopic<String, ClaimSet> claims = driver.createOutputTopic(
            Topics.CLAIMS.name(),
            new StringDeserializer(),
            Topics.CLAIMS.valueSerde().deserializer());
    private final TestOutputTopic<String, byte[]> deadLetters =
            driver.createOutputTopic(Topics.DEAD_LETTERS.name(), new StringDeserializer(), new ByteArrayDeserializer());

    private static Properties settings() {
        Properties settings = StreamsSettings.defaults(EnrichTopology.SERVICE);
        try {
            settings.put(
                    StreamsConfig.STATE_DIR_CONFIG,
                    Files.createTempDirectory("outlay-test").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    void article(String id, String body) {
        articles.pipeInput(id, Json.bytes(new Article(id, null, null, body, null, null, null, null)));
    }

    void retract(String id) {
        articles.pipeInput(id, (byte[]) null);
    }

    void bytes(String id, String value) {
        articles.pipeInput(id, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Each record as {@code article: n claims}. */
    List<String> enriched() {
        return enriched.readKeyValuesToList().stream()
                .map(record -> record.key + ": "
                        + (record.value == null ? "gone" : record.value.claims().size() + " claims"))
                .toList();
    }

    /** Each record as {@code payer|article: amounts}. */
    List<String> claims() {
        return claims.readKeyValuesToList().stream()
                .map(record -> record.key + ": " + (record.value == null ? "gone" : amounts(record.value)))
                .toList();
    }

    /** What a compacted {@code claims} holds at the end: key → value as JSON, tombstones left out. */
    Map<String, String> claimsAtRest() {
        Map<String, String> atRest = new TreeMap<>();
        claims.readKeyValuesToList().forEach(record -> {
            if (record.value == null) {
                atRest.remove(record.key);
            } else {
                atRest.put(record.key, Json.string(record.value));
            }
        });
        return atRest;
    }

    /** The headers of each dead letter. */
    List<Map<String, String>> deadLetters() {
        return deadLetters.readRecordsToList().stream()
                .map(letter -> {
                    Map<String, String> headers = new TreeMap<>();
                    letter.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    return headers;
                })
                .toList();
    }

    long articlesInTheStore() {
        long count = 0;
        try (var all = driver.getKeyValueStore(ClaimByPayer.STORE).all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    private static String amounts(ClaimSet set) {
        return set.claims().stream()
                .map(claim -> Long.toString(claim.amount().headline()))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() {
        driver.close();
    }
}
