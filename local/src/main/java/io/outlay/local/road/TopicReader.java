package io.outlay.local.road;

import io.outlay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a compacted topic as any consumer of ours may: committed records from the start up to what is there now, the last
 * value per key, keys with a null value left out.
 */
public final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> settings;

    /** @param clientSettings at least {@code bootstrap.servers} */
    public TopicReader(Map<String, Object> clientSettings) {
        settings = consumerSettings(clientSettings);
    }

    /** Committed records alone, and no group. */
    static Map<String, Object> consumerSettings(Map<String, Object> clientSettings) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    /** @throws IllegalStateException if there is no such topic */
    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new IllegalStateException("this Kafka has no topic " + topic
                    + ": the services make it when they start, or make it with 'outlay topics --create'");
        }
        List<TopicPartition> partitions = new ArrayList<>();
        infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        return partitions;
    }

    public static TopicReader on(String bootstrap) {
        return new TopicReader(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /** Whether there is such a topic. */
    public boolean exists(Topic<?> topic) {
        try (var consumer = consumer()) {
            return consumer.listTopics().containsKey(topic.name());
        }
    }

    /** The last value of each key, in the order of the keys. */
    public <V> SortedMap<String, V> latest(Topic<V> topic) {
        SortedMap<String, V> values = new TreeMap<>();
        latestBytes(topic.name()).forEach((key, bytes) -> {
            V value = topic.valueSerde().read(bytes);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** The last value of each key as it stands in the topic. */
    public SortedMap<String, byte[]> latestBytes(String topic) {
        SortedMap<String, byte[]> values = new TreeMap<>();
        read(topic, record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                values.remove(key);
            } else {
                values.put(key, record.value());
            }
        });
        return values;
    }

    /** Hands on every committed record from the start to the end as it is now; in order within a partition. */
    public void read(String topic, RecordSink sink) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readToTheEnd(consumer, partitions, sink);
        }
    }

    /** The same for one partition, from an offset on, or from the oldest record that is younger. */
    public void read(TopicPartition partition, long from, RecordSink sink) {
        try (var consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            readToTheEnd(consumer, List.of(partition), sink);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void readToTheEnd(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, RecordSink sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached(consumer, ends)) {
            var batch = consumer.poll(POLL);
            batch.forEach(sink::accept);
            if (!batch.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException("topic " + partitions.get(0).topic()
                        + " gives no more records though its end is not reached: is the broker well?");
            }
        }
    }

    /** Takes one record; its value is null for a tombstone. */
    @FunctionalInterface
    public interface RecordSink {
        void accept(ConsumerRecord<byte[], byte[]> record);
    }

    private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        Collection<TopicPartition> partitions = ends.keySet();
        return partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    }
}
