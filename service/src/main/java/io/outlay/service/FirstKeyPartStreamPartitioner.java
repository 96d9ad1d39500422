package io.outlay.service;

import io.outlay.contracts.FirstKeyPartPartitioner;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** {@link FirstKeyPartPartitioner} as a topology's sink takes it. */
public final class FirstKeyPartStreamPartitioner<V> implements StreamPartitioner<String, V> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
        return Optional.of(Set.of(FirstKeyPartPartitioner.partition(key, partitions)));
    }
}
