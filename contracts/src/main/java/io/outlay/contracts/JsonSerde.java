package io.outlay.contracts;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Kafka's view of {@link Json}: null bytes are null (a tombstone), anything else must be a value of the type. */
public record JsonSerde<T>(Class<T> type) implements Serde<T> {
    @Override
    @SuppressWarnings("NullAway") // Kafka's interfaces are not annotated: null is a tombstone on both sides
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : Json.bytes(value);
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
}
