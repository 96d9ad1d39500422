package io.outlay.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the partition by the part of a key before its first {@code |}, so that all records of a payer lie together whatever
 * follows. For a key without {@code |} it agrees with Kafka's default partitioner.
 *
 * <p>A producer names it as its {@code partitioner.class}; others ask {@link #partition(String, int)}.
 */
public final class FirstKeyPartPartitioner implements Partitioner {
    private static final byte BAR = '|';

    public static int partition(String key, int partitions) {
        return partition(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** The same of a key's UTF-8. */
    static int partition(byte[] key, int partitions) {
        int end = 0;
        while (end < key.length && key[end] != BAR) {
            end++;
        }
        byte[] first = end == key.length ? key : Arrays.copyOf(key, end);
        return Utils.toPositive(Utils.murmur2(first)) % partitions;
    }

    /** @throws IllegalArgumentException for a record without a key, which has no place in a topic of ours */
    @Override
    public int partition(
            String topic,
            Object key,
            byte @Nullable [] keyBytes,
            Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        if (keyBytes == null) {
            throw new IllegalArgumentException("a record of " + topic + " must have a key");
        }
        return partition(keyBytes, cluster.partitionsForTopic(topic).size());
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
