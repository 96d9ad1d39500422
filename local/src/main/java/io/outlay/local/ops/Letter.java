package io.outlay.local.ops;

import io.outlay.service.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it stands in its topic.
 *
 * @param source where the bad record stands; empty when it never was in a topic
 * @param offset there; −1 when it never was in a topic
 * @param size bytes of the whole bad value; −1 when that was null
 * @param value its beginning, all of it when it is not longer than {@link DeadLetters#MAX_VALUE_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they stand in Kafka; equality is by place and hash
public record Letter(
        Instant when,
        String service,
        Optional<TopicPartition> source,
        long offset,
        String error,
        String message,
        byte @Nullable [] key,
        long size,
        String sha256,
        byte @Nullable [] value) {
    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        String topic = header(record, DeadLetters.TOPIC);
        String partition = header(record, DeadLetters.PARTITION);
        boolean placed = !topic.isEmpty() && !partition.isEmpty();
        return new Letter(
                Instant.ofEpochMilli(record.timestamp()),
                header(record, DeadLetters.SERVICE),
                placed ? Optional.of(new TopicPartition(topic, Integer.parseInt(partition))) : Optional.empty(),
                number(header(record, DeadLetters.OFFSET)),
                header(record, DeadLetters.ERROR),
                header(record, DeadLetters.MESSAGE),
                record.key(),
                number(header(record, DeadLetters.SIZE)),
                header(record, DeadLetters.SHA256),
                record.value());
    }

    /** {@code topic-partition offset n}, or that it never was in a topic. */
    public String place() {
        return source.map(partition -> partition + " offset " + offset).orElse("from outside");
    }

    public String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** Whether the letter holds the whole bad value. */
    boolean whole() {
        return value != null && size == value.length;
    }

    /** The same record put aside twice, as when an instance died before it committed what it had read. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Letter letter
                && source.equals(letter.source)
                && offset == letter.offset
                && sha256.equals(letter.sha256)
                && Arrays.equals(key, letter.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, offset, sha256, Arrays.hashCode(key));
    }

    private static long number(String text) {
        return text.isEmpty() ? -1 : Long.parseLong(text);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
