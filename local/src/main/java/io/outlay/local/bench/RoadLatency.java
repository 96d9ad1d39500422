package io.outlay.local.bench;

import io.outlay.contracts.Topics;
import io.outlay.local.bench.BenchKafka.Message;
import io.outlay.service.StreamsSettings;
import io.outlay.service.Trail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How long articles take from being sent to the totals that they change, as a consumer of committed records sees it. */
final class RoadLatency {
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final List<Long> sorted;

    private RoadLatency(List<Long> millis) {
        this.sorted = millis.stream().sorted().toList();
    }

    int count() {
        return sorted.size();
    }

    /** In milliseconds. */
    double percentile(double percent) {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("no total changed");
        }
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * percent / 100)));
    }

    /** Sends at an even pace, and reads along until nothing has come for a while. */
    static RoadLatency measure(BenchKafka kafka, List<Message> articles, double perSecond) throws Exception {
        Map<String, Object> settings = StreamsSettings.client("outlay-bench-reader", kafka.settings());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        AtomicBoolean sent = new AtomicBoolean();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.SPEND_BY_COMPANY.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            Thread sender = new Thread(
                    () -> {
                        send(kafka, articles, perSecond);
                        sent.set(true);
                    },
                    "bench-feed");
            sender.start();
            List<Long> millis = new ArrayList<>();
            long last = System.nanoTime();
            while (!sent.get() || System.nanoTime() - last < QUIET.toNanos()) {
                for (ConsumerRecord<byte[], byte[]> total : consumer.poll(Duration.ofMillis(50))) {
                    Header seenAt = total.headers().lastHeader(Trail.SEEN_AT);
                    if (seenAt != null) {
                        long at = Long.parseLong(new String(seenAt.value(), StandardCharsets.UTF_8));
                        millis.add(System.currentTimeMillis() - at);
                    }
                    last = System.nanoTime();
                }
            }
            sender.join();
            return new RoadLatency(millis);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what does not come through is missed by who reads along
    private static void send(BenchKafka kafka, List<Message> articles, double perSecond) {
        Map<String, Object> settings = StreamsSettings.producer("outlay-bench-feed", kafka.settings());
        try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
            long start = System.nanoTime();
            for (int i = 0; i < articles.size(); i++) {
                long due = start + (long) (i * 1e9 / perSecond);
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                Message one = articles.get(i);
                producer.send(new ProducerRecord<>(
                        Topics.RAW_ARTICLES.name(),
                        null,
                        one.key().getBytes(StandardCharsets.UTF_8),
                        one.value(),
                        Trail.begin()));
            }
        }
    }
}
