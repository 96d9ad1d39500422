package io.outlay.ingest;

import io.outlay.contracts.Json;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topic.PartitionedBy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Where each source stands: the topic {@code outlay.ingest-positions}, which nobody but ingest reads. */
public final class Positions {
    /** @param position as the source gave it */
    public record Position(String source, String position) {}

    public static final Topic<Position> TOPIC = new Topic<>(
            "outlay.ingest-positions",
            "ingest",
            "source",
            Position.class,
            PartitionedBy.KEY,
            3,
            true,
            null,
            "how far each source has been read; internal");

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Positions() {}

    /** @param position null when the source has ended and would begin anew */
    static ProducerRecord<byte[], byte[]> record(String source, @Nullable String position) {
        byte[] key = source.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(
                TOPIC.name(), key, position == null ? null : Json.bytes(new Position(source, position)));
    }

    /** In which partition the position of a source lies. */
    static int partitionOf(String source) {
        return Utils.toPositive(Utils.murmur2(source.getBytes(StandardCharsets.UTF_8))) % TOPIC.partitions();
    }

    /** All that is committed now: source → position. */
    static Map<String, String> read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, String> positions = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                String source = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    positions.remove(source);
                } else {
                    positions.put(
                            source, Json.read(record.value(), Position.class).position());
                }
            }
        }
        return positions;
    }
}
