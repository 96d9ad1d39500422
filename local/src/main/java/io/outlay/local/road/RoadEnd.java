package io.outlay.local.road;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when everything that was put on the road is through: no open transaction in any topic, internal ones included, and
 * every group has committed past the last record of every partition that it reads.
 *
 * <p>Offsets alone do not tell. A commit marker takes an offset too, and a group that has read the record before it need not
 * commit again for it: between the committed offset and the end there may be nothing left to read. So the rest is read. And one
 * look is not enough: while it looks, a record may pass from a topic not yet looked at to one already seen. So two looks in a
 * row must find everything through and no end moved.
 */
public final class RoadEnd implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> probe;
    private final Set<String> groups;

    /** @param groups the consumer groups that make up the road */
    public RoadEnd(String bootstrap, Collection<String> groups) {
        this(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap), groups);
    }

    /** @param clientSettings at least {@code bootstrap.servers} */
    public RoadEnd(Map<String, Object> clientSettings, Collection<String> groups) {
        this.admin = Admin.create(clientSettings);
        Map<String, Object> reading = new HashMap<>(clientSettings);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.probe = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.groups = Set.copyOf(groups);
    }

    /** How far the road is: records in its topics, and partitions that still have records to read. */
    public record Look(long records, int waiting, boolean through, Map<TopicPartition, Long> ends) {}

    /**
     * Looks until all is through.
     *
     * @param progress told of every look
     * @return false when the time is over first
     */
    public boolean await(Duration atMost, Progress progress) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Look before = null;
        while (System.nanoTime() < deadline) {
            Look now = look();
            progress.seen(now);
            if (now.through()
                    && before != null
                    && before.through()
                    && before.ends().equals(now.ends())) {
                return true;
            }
            before = now;
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return false;
    }

    /** Is told how far the road is. */
    @FunctionalInterface
    public interface Progress {
        void seen(Look look);
    }

    /** One look at all topics and groups. */
    public Look look() throws InterruptedException {
        try {
            Map<TopicPartition, Long> ends = ends(IsolationLevel.READ_UNCOMMITTED);
            boolean allCommitted = ends.equals(ends(IsolationLevel.READ_COMMITTED));
            Map<TopicPartition, Long> unread = new HashMap<>();
            boolean allAssigned = true;
            for (KafkaFuture<ConsumerGroupDescription> description :
                    admin.describeConsumerGroups(groups).describedGroups().values()) {
                ConsumerGroupDescription group = ifThere(description);
                if (group == null || assigned(group).isEmpty()) {
                    allAssigned = false;
                    continue;
                }
                Set<TopicPartition> read = assigned(group);
                Map<TopicPartition, OffsetAndMetadata> committed = committed(group.groupId());
                for (TopicPartition partition : read) {
                    OffsetAndMetadata offset = committed.get(partition);
                    long next = offset == null ? 0 : offset.offset();
                    if (next < ends.getOrDefault(partition, 0L)) {
                        unread.merge(partition, next, Math::min);
                    }
                }
            }
            int waiting = allCommitted ? withRecords(unread, ends) : unread.size();
            long records = ends.values().stream().mapToLong(Long::longValue).sum();
            return new Look(records, waiting, allCommitted && allAssigned && waiting == 0, ends);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer: " + e.getCause(), e);
        }
    }

    private Map<TopicPartition, Long> ends(IsolationLevel isolation) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(false))
                .names()
                .get();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        admin.describeTopics(topics).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                .forEach(p -> wanted.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
                .all()
                .get();
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    /** A group exists once its first member has come. */
    private static @Nullable ConsumerGroupDescription ifThere(KafkaFuture<ConsumerGroupDescription> description)
            throws ExecutionException, InterruptedException {
        try {
            return description.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            throw e;
        }
    }

    private static Set<TopicPartition> assigned(ConsumerGroupDescription group) {
        Set<TopicPartition> read = new HashSet<>();
        group.members().forEach(member -> read.addAll(member.assignment().topicPartitions()));
        return read;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata(group)
                .get();
    }

    /** How many of the partitions have a record, and not only markers, from the offset given. */
    private int withRecords(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        if (from.isEmpty()) {
            return 0;
        }
        List<TopicPartition> open = new ArrayList<>(from.keySet());
        probe.assign(open);
        probe.resume(open); // an earlier look may have paused one that it had seen enough of
        from.forEach(probe::seek);
        Set<TopicPartition> withRecords = new HashSet<>();
        while (!open.isEmpty()) {
            withRecords.addAll(probe.poll(Duration.ofMillis(100)).partitions());
            open.removeIf(p -> withRecords.contains(p) || probe.position(p) >= ends.getOrDefault(p, 0L));
            probe.pause(withRecords);
        }
        return withRecords.size();
    }

    @Override
    public void close() {
        probe.close();
        admin.close();
    }
}
