package io.outlay.ingest;

import io.outlay.contracts.BadJsonException;
import io.outlay.contracts.Json;
import io.outlay.contracts.NewsSource;
import io.outlay.contracts.Topics;
import io.outlay.ingest.source.Source;
import io.outlay.service.DeadLetters;
import io.outlay.service.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the sources among the instances of the service, as a consumer group of the positions' topic: who has a partition polls
 * the sources whose positions lie in it, and who falls out is followed by another. Which sources there are, the settings say and
 * the topic {@code sources}, which is followed while the service runs.
 */
final class PollingGroup implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PollingGroup.class);
    private static final String GROUP = "outlay-ingest-polling";
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Settings settings;
    private final Clock clock;
    private final Map<String, NewsSource> named;
    private final Function<NewsSource, Source> open;
    private final Producer<byte[], byte[]> letterProducer;
    private final DeadLetters letters = new DeadLetters(ArticlesTopology.SERVICE);
    private final Thread thread;

    /** What people set while the service runs: address → source. Only the thread writes it. */
    private final Map<String, NewsSource> set = new ConcurrentHashMap<>();

    private final Map<Integer, PollingShare> shares = new ConcurrentHashMap<>();
    private final Map<NewsSource, Source> opened = new HashMap<>();
    private volatile boolean closing;

    /**
     * @param named by the settings; the topic outranks them
     * @param open makes the source that is polled; throws IllegalArgumentException for what is none
     * @param letterProducer for values of the topic that are none
     */
    PollingGroup(
            Settings settings,
            Clock clock,
            List<NewsSource> named,
            Function<NewsSource, Source> open,
            Producer<byte[], byte[]> letterProducer) {
        this.settings = settings;
        this.clock = clock;
        this.named = new TreeMap<>();
        named.forEach(source -> this.named.put(source.address(), source));
        this.open = open;
        this.letterProducer = letterProducer;
        this.thread = new Thread(this::runUntilClosed, "polling-group");
        thread.start();
    }

    /** How each source is that this instance polls, or that is paused. */
    List<PolledSource> sources() {
        Map<String, String> standing = new HashMap<>();
        shares.values().forEach(share -> standing.putAll(share.standing()));
        return wanted().values().stream()
                .filter(source -> !source.state().equals(NewsSource.State.ACTIVE)
                        || shares.containsKey(Positions.partitionOf(PolledSource.name(source))))
                .map(source -> PolledSource.of(source, standing.get(PolledSource.name(source)), clock.instant()))
                .toList();
    }

    private Map<String, NewsSource> wanted() {
        Map<String, NewsSource> wanted = new TreeMap<>(named);
        wanted.putAll(set);
        return wanted;
    }

    private void runUntilClosed() {
        while (!closing) {
            try {
                run();
            } catch (InterruptException e) {
                log.debug("interrupted", e);
            } catch (KafkaException e) {
                log.warn("polling begins anew in {}", AFTER_FAILURE, e);
                pause();
            } finally {
                closeShares(List.copyOf(shares.keySet()));
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (Consumer<byte[], byte[]> topic = new KafkaConsumer<>(Intake.consumer(settings));
                Consumer<byte[], byte[]> group = new KafkaConsumer<>(groupSettings())) {
            follow(topic);
            group.subscribe(List.of(Positions.TOPIC.name()), new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                    group.pause(partitions);
                    partitions.forEach(partition -> openShare(partition.partition()));
                }

                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                    closeShares(
                            partitions.stream().map(TopicPartition::partition).toList());
                }
            });
            while (!closing) {
                var unused = group.poll(LOOK_EVERY);
                if (takeChanges(topic.poll(Duration.ZERO))) {
                    shares.values().forEach(share -> share.want(openedSources()));
                }
                shares.forEach((partition, share) -> {
                    if (share.isBroken()) {
                        closeShares(List.of(partition));
                        openShare(partition);
                    }
                });
            }
        }
    }

    private Map<String, Object> groupSettings() {
        Map<String, Object> all = Intake.consumer(settings);
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, "outlay-intake-polling");
        all.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return all;
    }

    /** Reads what the topic holds now; from there on it is polled for changes. */
    private void follow(Consumer<byte[], byte[]> topic) {
        List<TopicPartition> partitions = topic.partitionsFor(Topics.SOURCES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        topic.assign(partitions);
        topic.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = topic.endOffsets(partitions);
        while (!closing && ends.entrySet().stream().anyMatch(end -> topic.position(end.getKey()) < end.getValue())) {
            takeChanges(topic.poll(LOOK_EVERY));
        }
    }

    private boolean takeChanges(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        boolean any = false;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            any = true;
            take(record);
        }
        return any;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String address = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            set.remove(address);
            return;
        }
        try {
            NewsSource source = Json.read(record.value(), NewsSource.class);
            if (!source.address().equals(address)) {
                throw new BadJsonException("the key '" + address + "' is not the source's address", null);
            }
            set.put(address, source);
        } catch (BadJsonException | IllegalArgumentException e) {
            log.warn(
                    "{} partition {} offset {} is no source: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            var unused = letterProducer.send(letters.producerRecord(
                    record.topic(), record.partition(), record.offset(), record.key(), record.value(), e));
        }
    }

    /** Name → source; a source that nobody has changed stays the same object. */
    private Map<String, Source> openedSources() {
        Map<String, Source> sources = new HashMap<>();
        Map<String, NewsSource> wanted = wanted();
        opened.keySet().retainAll(wanted.values());
        for (NewsSource source : wanted.values()) {
            if (source.state() == NewsSource.State.ACTIVE) {
                try {
                    Source one = opened.computeIfAbsent(source, open);
                    sources.put(one.name(), one);
                } catch (IllegalArgumentException e) {
                    log.warn("{} cannot be polled: {}", source.address(), e.getMessage());
                }
            }
        }
        return sources;
    }

    private void openShare(int partition) {
        PollingShare share = new PollingShare(partition, settings, clock);
        shares.put(partition, share);
        share.want(openedSources());
        log.info("this instance polls the sources of partition {}", partition);
    }

    private void closeShares(List<Integer> partitions) {
        for (int partition : partitions) {
            PollingShare share = shares.remove(partition);
            try {
                if (share != null) {
                    share.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join(STOP_PATIENCE.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            log.warn("polling has not ended after {}", STOP_PATIENCE);
        }
    }
}
