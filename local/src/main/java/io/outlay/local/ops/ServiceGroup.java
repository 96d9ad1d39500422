package io.outlay.local.ops;

import io.outlay.service.StreamsSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The consumer group and the internal topics of a service. */
final class ServiceGroup {
    private final Admin admin;
    private final String service;
    private final String group;

    ServiceGroup(Admin admin, String service) {
        this.admin = admin;
        this.service = service;
        this.group = StreamsSettings.applicationId(service);
    }

    /** @throws OperationException if an instance of the service runs: what it has in memory would be written over what we do */
    void requireStopped() {
        int members = members();
        if (members > 0) {
            throw new OperationException(
                    "stop " + service + " first: its group " + group + " has " + members + " member"
                            + (members == 1 ? "" : "s") + " (one that was killed leaves after its session time-out)");
        }
    }

    private int members() {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .mapToInt(description -> description.members().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw OperationException.of(e);
        } catch (InterruptedException e) {
            throw OperationException.of(e);
        }
    }

    /** The next start reads the topic from its beginning; all else that the service knows stays. */
    void rewind(String topic) {
        Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
        offsets(topic, OffsetSpec.earliest())
                .forEach((partition, offset) -> beginnings.put(partition, new OffsetAndMetadata(offset)));
        await(admin.alterConsumerGroupOffsets(group, beginnings).all());
    }

    /** The next start reads all inputs from their beginnings. */
    void forget() {
        forget(admin, group);
    }

    /** Deletes a group, if it is there. */
    static void forget(Admin admin, String group) {
        try {
            await(admin.deleteConsumerGroups(List.of(group)).all());
        } catch (OperationException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    /** Repartition topics and changelogs. */
    List<String> internalTopics() {
        return await(admin.listTopics().names()).stream()
                .filter(topic -> topic.startsWith(group + "-"))
                .sorted()
                .toList();
    }

    Map<TopicPartition, Long> ends(String topic) {
        return offsets(topic, OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(String topic, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted =
                await(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .collect(Collectors.toMap(p -> new TopicPartition(topic, p.partition()), p -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                await(admin.listOffsets(wanted).all());
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }

    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException | InterruptedException e) {
            throw OperationException.of(e);
        }
    }
}
