package io.outlay.contracts;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Chooses the partition by the part of a key before its first {@code |}, so that all records of a payer lie together whatever
 * follows. For a key without {@code |} it agrees with Kafka's default partitioner.
 */
public final class FirstKeyPartPartitioner {
    private FirstKeyPartPartitioner() {}

    public static int partition(String key, int partitions) {
        int bar = key.indexOf('|');
        String first = bar < 0 ? key : key.substring(0, bar);
        return Utils.toPositive(Utils.murmur2(first.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
