package io.outlay.service;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first node behind a source of bytes: makes values of them, and puts aside with its cause what cannot be read, so that the
 * stream goes on. Its children are the sink {@link DeadLetters#SINK}, and those that take the values.
 *
 * <p>The reader refuses a record by throwing; its message is what people find beside the dead letter, so it says what is wrong.
 * What a refused record means for its key is the topology's choice: nothing, as if it had never come ({@link #orSkip}), or that
 * the key has no value any more ({@link #orNull}).
 *
 * @param <V> what the reader makes
 */
public final class ReadOrDeadLetter<V> implements Processor<byte[], byte[], Object, @Nullable Object> {
    /** Makes a value of a record's key and value, or refuses it by throwing. */
    @FunctionalInterface
    public interface Reader<V> {
        /** @param value null for a tombstone */
        @Nullable
        V read(String key, byte @Nullable [] value);
    }

    private enum Refused {
        SKIPPED,
        NULL
    }

    private static final Logger log = LoggerFactory.getLogger(ReadOrDeadLetter.class);

    private final DeadLetters letters;
    private final Reader<V> reader;
    private final Refused refused;
    private final List<String> children;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<Object, @Nullable Object> context;

    private ReadOrDeadLetter(String service, Reader<V> reader, Refused refused, List<String> children) {
        this.letters = new DeadLetters(service);
        this.reader = reader;
        this.refused = refused;
        this.children = children;
    }

    /** A refused record is as good as never written. */
    public static <V> ProcessorSupplier<byte[], byte[], Object, @Nullable Object> orSkip(
            String service, Reader<V> reader, String... children) {
        return () -> new ReadOrDeadLetter<>(service, reader, Refused.SKIPPED, List.of(children));
    }

    /** A refused record is a tombstone for its key: the value before it must not stand on as if it were still true. */
    public static <V> ProcessorSupplier<byte[], byte[], Object, @Nullable Object> orNull(
            String service, Reader<V> reader, String... children) {
        return () -> new ReadOrDeadLetter<>(service, reader, Refused.NULL, List.of(children));
    }

    @Override
    public void init(ProcessorContext<Object, @Nullable Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        String key;
        try {
            key = utf8(record.key());
        } catch (CharacterCodingException | RuntimeException unreadable) {
            putAside(record, new IllegalArgumentException("the key is missing or not UTF-8", unreadable));
            return;
        }
        String topic = context.recordMetadata().map(RecordMetadata::topic).orElse("");
        try (LogFields fields = LogFields.at(topic, key, record.headers())) {
            read(record, key);
        }
    }

    private void read(Record<byte[], byte[]> record, String key) {
        V value;
        try {
            value = reader.read(key, record.value());
        } catch (RuntimeException unreadable) {
            putAside(record, unreadable);
            if (refused == Refused.SKIPPED) {
                return;
            }
            value = null;
        }
        for (String child : children) {
            context.forward(record.withKey(key).withValue(value).withHeaders(Trail.of(record.headers())), child);
        }
    }

    /** The letter is as young as this moment: its topic forgets by age, and the bad record may be old. */
    private void putAside(Record<byte[], byte[]> record, RuntimeException cause) {
        log.warn(
                "put aside to dead letters: {}: {}",
                context.recordMetadata()
                        .map(at -> at.topic() + "-" + at.partition() + " offset " + at.offset())
                        .orElse("a record"),
                cause.getMessage());
        long now = context.currentSystemTimeMs();
        context.forward(
                letters.record(context.recordMetadata(), record.key(), record.value(), now, cause), DeadLetters.SINK);
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
