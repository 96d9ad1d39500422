package io.outlay.local.ops;

import io.outlay.aggregate.AggregateTopology;
import io.outlay.aggregate.rolling.AsOf;
import io.outlay.contracts.Json;
import io.outlay.contracts.Posting;
import io.outlay.contracts.PostingHistory;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.enrich.EnrichTopology;
import io.outlay.local.road.Road;
import io.outlay.local.road.RoadEnd;
import io.outlay.local.road.Services;
import io.outlay.local.road.TopicReader;
import io.outlay.service.Service;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Begins a service again: everything it knows is thrown away and made anew from its inputs, and what stood in its outputs before and is not
 * made again is taken back with a tombstone.
 *
 * <p>Where the outputs ended before is kept in Kafka, as the offsets of a group of its own. So a reset that was broken off goes on when it
 * is called again, and what was written since is never mistaken for what stood before. The service runs inside the reset until its inputs
 * are through, and nothing is taken back while any instance of it runs.
 */
public final class Reset {
    /** Those that can be made anew; ingest cannot, since its input is kept for days only. */
    public static final List<String> SERVICES = List.of(EnrichTopology.SERVICE, AggregateTopology.SERVICE);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

    private final Settings settings;
    private final Admin admin;
    private final TopicReader topics;
    private final InstantSource clock;
    private final Service service;
    private final ServiceGroup group;

    /**
     * @param settings where Kafka is, and all that its clients need
     * @param clock says which day it is for rolling totals and for history
     */
    public Reset(String service, Settings settings, Admin admin, InstantSource clock) {
        this.settings = settings;
        this.admin = admin;
        this.topics = new TopicReader(StreamsSettings.client("outlay-reset", settings));
        this.clock = clock;
        this.service = Services.all(clock).stream()
                .filter(any -> any.name().equals(service))
                .findFirst()
                .orElseThrow();
        this.group = new ServiceGroup(admin, service);
    }

    /**
     * What will be done.
     *
     * @param standing how many values stand in each output
     * @param goesOn whether an earlier reset was broken off
     */
    public record Plan(String service, List<String> internalTopics, SortedMap<String, Long> standing, boolean goesOn) {}

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void say(String what);
    }

    /** @throws OperationException if the service runs */
    public Plan plan() {
        group.requireStopped();
        SortedMap<String, Long> standing = new TreeMap<>();
        for (Topic<?> output : outputs()) {
            standing.put(output.name(), (long) topics.latestBytes(output.name()).size());
        }
        return new Plan(service.name(), group.internalTopics(), standing, !marks().isEmpty());
    }

    /**
     * Does it.
     *
     * @param stateFolder where the service keeps its stores meanwhile
     * @return topic → how many values were taken back
     */
    public SortedMap<String, Long> run(Path stateFolder, Progress progress) throws InterruptedException {
        group.requireStopped();
        Map<TopicPartition, Long> marks = marks();
        if (marks.isEmpty()) {
            outputs().forEach(output -> marks.putAll(group.ends(output.name())));
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            marks.forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
            ServiceGroup.await(
                    admin.alterConsumerGroupOffsets(markGroup(), offsets).all());
        }
        group.forget();
        deleteInternalTopics();
        progress.say("making everything anew");
        rebuild(stateFolder);
        group.requireStopped();
        SortedMap<String, Long> takenBack = takeBack(marks);
        ServiceGroup.forget(admin, markGroup());
        return takenBack;
    }

    /** What it writes and other teams read. History is not among them: what was believed on a day stays what it was. */
    private List<Topic<?>> outputs() {
        return Topics.all().stream()
                .filter(topic -> topic.owner().equals(service.name()) && !topic.equals(Topics.POSTINGS_HISTORY))
                .toList();
    }

    private String markGroup() {
        return "outlay-reset-" + service.name();
    }

    private Map<TopicPartition, Long> marks() {
        Map<TopicPartition, Long> marks = new HashMap<>();
        ServiceGroup.await(admin.listConsumerGroupOffsets(markGroup()).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> marks.put(partition, offset.offset()));
        return marks;
    }

    private void deleteInternalTopics() {
        List<String> internal = group.internalTopics();
        ServiceGroup.await(admin.deleteTopics(internal).all());
        while (!group.internalTopics().isEmpty()) {
            LockSupport.parkNanos(LOOK_AGAIN_AFTER.toNanos());
        }
    }

    private void rebuild(Path stateFolder) throws InterruptedException {
        Map<String, String> more = new HashMap<>();
        settings.kafka().forEach((name, value) -> more.put("kafka." + name, value));
        more.put(
                ServiceSettings.REPLICATION.name(),
                settings.get(ServiceSettings.REPLICATION).toString());
        String bootstrap = settings.get(ServiceSettings.BOOTSTRAP);
        try (Road road = Road.start(List.of(service), bootstrap, stateFolder, more);
                RoadEnd end = new RoadEnd(StreamsSettings.client("outlay-reset-end", settings), road.groups())) {
            while (!end.await(Duration.ofMinutes(1), look -> {})) {
                if (road.services().get(0).state().ended()) {
                    throw new OperationException(service.name() + " ended by itself: "
                            + road.services()
                                    .get(0)
                                    .failure()
                                    .map(Throwable::toString)
                                    .orElse("no cause is known")
                            + "; nothing was taken back, call the reset again");
                }
            }
        }
    }

    private SortedMap<String, Long> takeBack(Map<TopicPartition, Long> marks) {
        SortedMap<String, Long> takenBack = new TreeMap<>();
        AtomicReference<@Nullable Exception> problem = new AtomicReference<>();
        try (var producer = new KafkaProducer<byte[], byte[]>(StreamsSettings.producer("outlay-reset", settings))) {
            for (Topic<?> output : outputs()) {
                Map<String, ConsumerRecord<byte[], byte[]>> newest = new TreeMap<>();
                topics.read(output.name(), record -> newest.put(Arrays.toString(record.key()), record));
                long count = 0;
                for (ConsumerRecord<byte[], byte[]> record : newest.values()) {
                    long mark = marks.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
                    if (record.value() != null && record.offset() < mark) {
                        send(producer, record.topic(), record.partition(), record.key(), null, problem);
                        if (output.equals(Topics.POSTINGS)) {
                            remember(producer, record.value(), problem);
                        }
                        count++;
                    }
                }
                takenBack.put(output.name(), count);
            }
            producer.flush();
        }
        Exception refused = problem.get();
        if (refused != null) {
            throw OperationException.of(refused);
        }
        return takenBack;
    }

    /** As the service itself does when a posting is gone. */
    private void remember(
            Producer<byte[], byte[]> producer, byte[] posting, AtomicReference<@Nullable Exception> problem) {
        Posting gone = AsOf.gone(Json.read(posting, Posting.class));
        var history = new PostingHistory(gone, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        byte[] key = history.key().getBytes(StandardCharsets.UTF_8);
        send(producer, Topics.POSTINGS_HISTORY.name(), null, key, Json.bytes(history), problem);
    }

    @SuppressWarnings("NullAway") // Kafka's records are not annotated: a null value is a tombstone
    private static void send(
            Producer<byte[], byte[]> producer,
            String topic,
            @Nullable Integer partition,
            byte[] key,
            byte @Nullable [] value,
            AtomicReference<@Nullable Exception> problem) {
        var unused = producer.send(new ProducerRecord<>(topic, partition, key, value), (sent, failure) -> {
            if (failure != null) {
                problem.compareAndSet(null, failure);
            }
        });
    }
}
