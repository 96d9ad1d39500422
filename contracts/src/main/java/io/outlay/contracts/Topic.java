package io.outlay.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A topic as one value. Partition counts are part of the contract: fixed for life.
 *
 * @param name as the broker knows it
 * @param owner the service that writes it; {@code anyone} for inputs
 * @param key how keys are made, for people
 * @param value the type of its values; {@code byte[]} where a value is opaque
 * @param partitionedBy which part of the key chooses the partition, when it is not the whole key
 * @param retention null when compacted for ever
 */
public record Topic<V>(
        String name,
        String owner,
        String key,
        Class<V> value,
        PartitionedBy partitionedBy,
        int partitions,
        boolean compacted,
        @Nullable Duration retention,
        String purpose) {
    public enum PartitionedBy {
        KEY,
        /** The part before the first {@code |}, see {@link FirstKeyPartPartitioner}. */
        FIRST_KEY_PART
    }

    /** The largest record that a topic takes, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

    /**
     * When a broker begins a new file of a topic whose records carry event times. By default it does so wherever two of them lie 7
     * days apart, which makes thousands of small files out of a few years of news; size alone is to decide.
     */
    public static final Map<String, String> SEGMENTS_BY_SIZE = Map.of(
            "segment.ms", Long.toString(Duration.ofDays(36_500).toMillis()),
            "segment.bytes", Integer.toString(64 * 1024 * 1024));

    /** The settings with which the topic is made. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        settings.put("cleanup.policy", compacted ? "compact" : "delete");
        if (compacted) {
            settings.putAll(SEGMENTS_BY_SIZE);
        }
        if (retention != null) {
            settings.put("retention.ms", Long.toString(retention.toMillis()));
        }
        return settings;
    }

    public JsonSerde<V> valueSerde() {
        return new JsonSerde<>(value);
    }

    /** The JSON Schema (2020-12) of its values; empty for opaque ones. */
    public Optional<String> schema() {
        if (value == byte[].class) {
            return Optional.empty();
        }
        String file = "/schemas/" + name + ".schema.json";
        try (InputStream schema = Topic.class.getResourceAsStream(file)) {
            if (schema == null) {
                throw new IllegalStateException("the contracts lack " + file);
            }
            return Optional.of(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
