package io.outlay.local.road;

import io.outlay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What comes into a topic from now on: committed records, as any consumer of ours may read them. */
public final class TopicTail<V> implements AutoCloseable {
    private final Topic<V> topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param clientSettings at least {@code bootstrap.servers} */
    public TopicTail(Map<String, Object> clientSettings, Topic<V> topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                TopicReader.consumerSettings(clientSettings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = TopicReader.partitions(consumer, topic.name());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seeking is lazy: now is when this returns
    }

    /** What has come since, by key; null for a tombstone. */
    public Map<String, @Nullable V> poll(Duration atMost) {
        Map<String, @Nullable V> values = new LinkedHashMap<>();
        consumer.poll(atMost)
                .forEach(record -> values.put(
                        new String(record.key(), StandardCharsets.UTF_8),
                        record.value() == null ? null : topic.valueSerde().read(record.value())));
        return values;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
