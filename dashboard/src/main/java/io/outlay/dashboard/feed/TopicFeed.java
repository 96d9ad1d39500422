package io.outlay.dashboard.feed;

import io.outlay.contracts.BadJsonException;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.dashboard.live.Journal;
import io.outlay.dashboard.view.CommitmentRow;
import io.outlay.dashboard.view.LedgerView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the public topics from their beginning, committed records alone, into a {@link LedgerView}, and goes on for ever. It belongs to
 * no consumer group: every replica reads everything and is whole on its own.
 *
 * <p>A record that cannot be read counts as gone for its key, is logged with its place, and is counted.
 */
public final class TopicFeed implements AutoCloseable {
    /** What is read, which is all that the page knows. */
    public static final List<Topic<?>> READ = List.of(
            Topics.COMMITMENTS, Topics.POSTINGS, Topics.SPEND_BY_COMPANY, Topics.SPEND_BY_COUNTRY, Topics.CORRECTIONS);

    private static final Logger log = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final LedgerView view;
    private final Journal journal;
    private final Runnable onChange;
    private final Map<String, BiConsumer<ConsumerRecord<byte[], byte[]>, String>> takers = new HashMap<>();
    private final Consumer<byte[], byte[]> consumer;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final Thread thread;

    private volatile boolean ready;
    private volatile boolean closing;
    private volatile long recordsToGo = 1;
    private final AtomicLong unreadable = new AtomicLong();

    /**
     * Begins to read.
     *
     * @param clientSettings brokers and whatever they need
     * @param onChange called after each batch that brought something; must not block
     */
    public TopicFeed(Map<String, Object> clientSettings, LedgerView view, Journal journal, Runnable onChange) {
        this.view = view;
        this.journal = journal;
        this.onChange = onChange;
        takers.put(Topics.COMMITMENTS.name(), this::takeCommitment);
        take(Topics.POSTINGS, view::putPosting);
        take(Topics.SPEND_BY_COMPANY, view::putCompanyTotal);
        take(Topics.SPEND_BY_COUNTRY, view::putCountryTotal);
        take(Topics.CORRECTIONS, view::putCorrection);
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread = new Thread(this::run, "feed");
        thread.start();
    }

    /** Whether everything is read that was there at the start. */
    public boolean ready() {
        return ready;
    }

    /** How many records are still to be read. */
    public long recordsToGo() {
        return recordsToGo;
    }

    public long unreadable() {
        return unreadable.get();
    }

    /** Completed with the reason when it cannot go on; else never. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        consumer.wakeup();
        thread.join();
    }

    private void run() {
        try (consumer) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (Topic<?> topic : READ) {
                for (int i = 0; i < topic.partitions(); i++) {
                    partitions.add(new TopicPartition(topic.name(), i));
                }
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = endsOf(partitions);
            while (!closing) {
                step(partitions, ends);
            }
        } catch (WakeupException e) {
            if (!closing) {
                failure.complete(e);
            }
        } catch (RuntimeException e) {
            log.error("the topics cannot be read any more", e);
            failure.complete(e);
        }
    }

    private void step(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        var batch = consumer.poll(POLL);
        batch.forEach(
                record -> Objects.requireNonNull(takers.get(record.topic())).accept(record, key(record)));
        if (ready) {
            recordsToGo = lag(partitions);
        } else {
            try {
                recordsToGo = toGo(ends);
            } catch (RetriableException e) {
                log.warn("the broker does not answer while its topics are read: {}", e.toString());
                return;
            }
            if (recordsToGo == 0) {
                journal.begins();
                ready = true;
                log.info("everything is read: {}", view.size());
                onChange.run();
            }
        }
        if (!batch.isEmpty()) {
            onChange.run();
        }
    }

    /** A broker that is away at the start is waited for, as one that goes away later. */
    private Map<TopicPartition, Long> endsOf(List<TopicPartition> partitions) {
        while (true) {
            try {
                return consumer.endOffsets(partitions);
            } catch (RetriableException e) {
                if (closing) {
                    return Map.of();
                }
                log.warn("the broker does not say where its topics end: {}", e.toString());
            }
        }
    }

    private long toGo(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private long lag(List<TopicPartition> partitions) {
        return partitions.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private <V> void take(Topic<V> topic, BiConsumer<String, @Nullable V> into) {
        takers.put(topic.name(), (record, key) -> into.accept(key, read(topic, record)));
    }

    private void takeCommitment(ConsumerRecord<byte[], byte[]> record, String key) {
        Commitment now = read(Topics.COMMITMENTS, record);
        CommitmentRow before = ready ? view.row(key) : null;
        view.putCommitment(key, now);
        boolean isNew = ready && before == null && now != null;
        journal.add(new Journal.Change(key, record.partition(), record.offset(), before, now == null, isNew));
    }

    private <V> @Nullable V read(Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            return topic.valueSerde().read(record.value());
        } catch (BadJsonException e) {
            unreadable.incrementAndGet();
            log.warn(
                    "left out: {} partition {} offset {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return null;
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
