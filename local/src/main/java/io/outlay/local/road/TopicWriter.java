package io.outlay.local.road;

import io.outlay.contracts.Topic;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes to a topic as any producer of ours may: idempotent, acknowledged by all replicas. */
public final class TopicWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    public TopicWriter(Settings settings) {
        producer = new KafkaProducer<>(StreamsSettings.producer("outlay-command", settings));
    }

    /** Sends one value; {@link #flush} tells whether it has arrived. */
    public <V> void send(Topic<V> topic, String key, V value) {
        byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
        sent.add(producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), bytes)));
    }

    /**
     * Waits until all is acknowledged.
     *
     * @throws IllegalStateException if one value was not
     */
    public void flush() {
        producer.flush();
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take it: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka was taking it", e);
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }
}
