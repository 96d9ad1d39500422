package io.outlay.local.chaos;

import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.local.chaos.ExpectedTotals.Total;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the totals and the dead letters, committed records only, as any consumer would. One thread's. */
final class Watch implements AutoCloseable {
    private static final List<Topic<RollingTotal>> TOTALS = List.of(Topics.SPEND_BY_COMPANY, Topics.SPEND_BY_COUNTRY);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SortedMap<String, Total> totals = new TreeMap<>();
    private final List<String> deadLetters = new ArrayList<>();

    Watch(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        Collection<TopicPartition> partitions = new ArrayList<>();
        TOTALS.forEach(topic -> partitions.addAll(partitionsOf(topic)));
        partitions.addAll(partitionsOf(Topics.DEAD_LETTERS));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes what has come within this time. */
    void follow(Duration atMost) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            if (record.topic().equals(Topics.DEAD_LETTERS.name())) {
                deadLetters.add(placeOf(record));
            } else {
                take(record);
            }
        }
    }

    /** Key → total, as the topics have it now. */
    SortedMap<String, Total> totals() {
        return totals;
    }

    /** Where each record came from that was put aside: {@code topic-partition@offset}, in no order. */
    List<String> deadLetters() {
        return deadLetters;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        RollingTotal total = TOTALS.get(0).valueSerde().read(record.value());
        if (total == null) {
            totals.remove(key);
        } else {
            totals.put(key, Total.of(total));
        }
    }

    private static String placeOf(ConsumerRecord<byte[], byte[]> letter) {
        return text(letter, "outlay.topic") + "-" + text(letter, "outlay.partition") + "@"
                + text(letter, "outlay.offset");
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private List<TopicPartition> partitionsOf(Topic<?> topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo info : consumer.partitionsFor(topic.name())) {
            partitions.add(new TopicPartition(topic.name(), info.partition()));
        }
        return partitions;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
