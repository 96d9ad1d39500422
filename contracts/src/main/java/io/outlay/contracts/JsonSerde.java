package io.outlay.contracts;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's view of {@link Json}: null bytes are null (a tombstone), anything else must be a value of the type.
 *
 * <p>The serializer refuses a value of more than {@link #MAX_VALUE_BYTES} with a {@link RecordTooLargeException}: said here it
 * concerns one record; said by a producer or a broker it ends the transaction that the record is part of.
 */
public record JsonSerde<T>(Class<T> type) implements Serde<T> {
    /** What {@link Topic#MAX_MESSAGE_BYTES} leaves beside a key and headers. */
    public static final int MAX_VALUE_BYTES = Topic.MAX_MESSAGE_BYTES - 64 * 1024;

    @Override
    @SuppressWarnings("NullAway") // Kafka's interfaces are not annotated: null is a tombstone on both sides
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : limited(topic, Json.bytes(value));
    }

    @Override
    @SuppressWarnings("NullAway")
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : Json.read(bytes, type);
    }

    /** @return null for a tombstone */
    public @Nullable T read(byte @Nullable [] bytes) {
        return bytes == null ? null : Json.read(bytes, type);
    }

    private static byte[] limited(String topic, byte[] value) {
        if (value.length > MAX_VALUE_BYTES) {
            throw new RecordTooLargeException("a value of " + value.length + " bytes for " + topic + ", which takes "
                    + MAX_VALUE_BYTES + " at most");
        }
        return value;
    }
}
