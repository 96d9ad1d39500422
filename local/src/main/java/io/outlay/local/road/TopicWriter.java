package io.outlay.local.road;

import io.outlay.contracts.Topic;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes to a topic as any producer of ours may: idempotent, acknowledged by all replicas. */
public final class TopicWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public TopicWriter(Settings settings) {
        producer = new KafkaProducer<>(StreamsSettings.producer("outlay-command", settings));
    }

    /** Sends one value; {@link #flush} tells whether it has arrived. */
    public <V> void send(Topic<V> topic, String key, V value) {
        producer.send(
                new ProducerRecord<>(
                        topic.name(),
                        key.getBytes(StandardCharsets.UTF_8),
                        topic.valueSerde().serializer().serialize(topic.name(), value)),
                (metadata, e) -> {
                    if (e != null) {
                        failure.compareAndSet(null, e);
                    }
                });
    }

    /**
     * Waits until all is acknowledged.
     *
     * @throws IllegalStateException if one value was not
     */
    public void flush() {
        producer.flush();
        Exception e = failure.get();
        if (e != null) {
            throw new IllegalStateException("Kafka did not take it: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
