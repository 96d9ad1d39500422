package io.outlay.service;

import io.micrometer.core.instrument.Counter;
import io.outlay.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Makes dead letters: what is left of a record that could not be used, so that nothing is lost silently.
 *
 * <p>A dead letter has the key of the bad record, the first {@link #MAX_VALUE_BYTES} of its value, and headers that say where
 * it came from, what was wrong, and the size and SHA-256 of the whole value, so that the rest can be found and checked.
 *
 * <p>A node that parses its input forwards {@link #record} to a sink on the dead letter topic: it leaves in the same
 * transaction as the offset of the bad record. For errors that no node expects there is {@link DeadLetterHandlers}.
 */
public final class DeadLetters {
    /** How much of a bad value is kept. */
    public static final int MAX_VALUE_BYTES = 64 * 1024;

    /** The name that a topology gives its sink on the dead letter topic. */
    public static final String SINK = "write-dead-letters";

    public static final String SERVICE = "outlay.service";
    public static final String TOPIC = "outlay.topic";
    public static final String PARTITION = "outlay.partition";
    public static final String OFFSET = "outlay.offset";
    /** The simple name of the exception. */
    public static final String ERROR = "outlay.error";
    /** What the exception says. */
    public static final String MESSAGE = "outlay.message";
    /** The bytes that the whole bad value had; absent for a null value, as is the hash. */
    public static final String SIZE = "outlay.size";
    /** SHA-256 of the whole bad value, in hexadecimal. */
    public static final String SHA256 = "outlay.sha256";

    /** Longer error messages are cut: a header is no place for a book. */
    private static final int MAX_MESSAGE_CHARS = 2_000;

    private final String service;

    /** @param service the name of the service that gives the record up */
    public DeadLetters(String service) {
        this.service = service;
        counter(service, "none", "none"); // a count that begins with 0 is one whose first rise shows
    }

    private static Counter counter(String service, String topic, String error) {
        return Metrics.counter(
                "outlay.dead.letters",
                "records put aside; one that is put aside again after a rolled back transaction counts again",
                "service",
                service,
                "topic",
                topic,
                "error",
                error);
    }

    /**
     * The dead letter of a record that a processor node was given, to be forwarded to {@link #SINK}.
     *
     * @param metadata {@code context.recordMetadata()}; empty in a punctuator
     * @param timestamp of the bad record
     */
    public Record<byte[], byte[]> record(
            Optional<RecordMetadata> metadata,
            byte @Nullable [] key,
            byte @Nullable [] value,
            long timestamp,
            Throwable error) {
        String topic = metadata.map(RecordMetadata::topic).orElse(null);
        int partition = metadata.map(RecordMetadata::partition).orElse(-1);
        long offset = metadata.map(RecordMetadata::offset).orElse(-1L);
        return letter(key, value, timestamp, headers(topic, partition, offset, value, error));
    }

    /** The dead letter of a record outside of any topology, such as an article that a source cannot pass on. */
    public ProducerRecord<byte[], byte[]> producerRecord(
            @Nullable String topic,
            int partition,
            long offset,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Throwable error) {
        Headers headers = headers(topic, partition, offset, value, error);
        return new ProducerRecord<>(Topics.DEAD_LETTERS.name(), null, null, key, beginning(value), headers);
    }

    @SuppressWarnings("NullAway") // Kafka's Record is not annotated: keys and values may be null
    private static Record<byte[], byte[]> letter(
            byte @Nullable [] key, byte @Nullable [] value, long timestamp, Headers headers) {
        return new Record<>(key, beginning(value), Math.max(0, timestamp), headers);
    }

    private Headers headers(
            @Nullable String topic, int partition, long offset, byte @Nullable [] value, Throwable error) {
        counter(service, topic == null ? "none" : topic, error.getClass().getSimpleName())
                .increment();
        RecordHeaders headers = new RecordHeaders();
        put(headers, SERVICE, service);
        if (topic != null) {
            put(headers, TOPIC, topic);
        }
        if (partition >= 0) {
            put(headers, PARTITION, Integer.toString(partition));
        }
        if (offset >= 0) {
            put(headers, OFFSET, Long.toString(offset));
        }
        put(headers, ERROR, error.getClass().getSimpleName());
        put(headers, MESSAGE, messageOf(error));
        if (value != null) {
            put(headers, SIZE, Integer.toString(value.length));
            put(headers, SHA256, sha256(value));
        }
        return headers;
    }

    private static void put(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String messageOf(Throwable error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        return message.length() <= MAX_MESSAGE_CHARS ? message : message.substring(0, MAX_MESSAGE_CHARS) + "…";
    }

    private static byte @Nullable [] beginning(byte @Nullable [] value) {
        return value == null || value.length <= MAX_VALUE_BYTES ? value : Arrays.copyOf(value, MAX_VALUE_BYTES);
    }

    /** In hexadecimal, as in the header {@link #SHA256}; empty for a null value. */
    public static String sha256(byte @Nullable [] value) {
        if (value == null) {
            return "";
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
