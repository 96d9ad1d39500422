package io.outlay.service;

import io.outlay.contracts.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Makes the topics of the catalogue on a broker, and says where a broker's topics differ from it. */
public final class TopicAdmin {
    /**
     * Where a topic of the broker differs from the catalogue.
     *
     * @param topic the topic's name
     * @param what {@code partitions}, {@code topic} for one that is missing, or the name of a setting
     * @param fatal whether no service may start on it: a missing topic, or another partition count
     */
    public record Difference(String topic, String what, String expected, String found, boolean fatal) {
        @Override
        public String toString() {
            return topic + ": " + what + " is " + found + ", the catalogue says " + expected;
        }
    }

    private final Admin admin;

    public TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /**
     * Makes the topics that are missing; those that are there stay as they are. Two processes may do this at once.
     *
     * @param replication copies of each partition; −1 for the broker's default
     * @return the names of the topics made, in the order given
     */
    public List<String> create(Collection<Topic<?>> topics, int replication) {
        List<NewTopic> wanted =
                topics.stream().map(topic -> newTopic(topic, replication)).toList();
        Map<String, KafkaFuture<Void>> results = admin.createTopics(wanted).values();
        List<String> made = new ArrayList<>();
        for (Topic<?> topic : topics) {
            try {
                await(results.get(topic.name()));
                made.add(topic.name());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new TopicException("topic " + topic.name() + " cannot be made: " + e.getCause(), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        return made;
    }

    /** What differs from the catalogue, in its order; empty when all is as it should be. */
    public List<Difference> check(Collection<Topic<?>> topics) {
        List<Difference> differences = new ArrayList<>();
        for (Topic<?> topic : topics) {
            Optional<TopicDescription> found = describe(topic.name());
            if (found.isEmpty()) {
                differences.add(new Difference(topic.name(), "topic", "made", "missing", true));
            } else {
                compare(topic, found.get(), differences);
            }
        }
        return differences;
    }

    /** @throws TopicException if the topics are not fit to start on; says all that is wrong and what to do */
    public void require(Collection<Topic<?>> topics) {
        List<String> fatal = check(topics).stream()
                .filter(Difference::fatal)
                .map(Difference::toString)
                .toList();
        if (!fatal.isEmpty()) {
            throw new TopicException(String.join("; ", fatal), null);
        }
    }

    private void compare(Topic<?> topic, TopicDescription found, List<Difference> differences) {
        int partitions = found.partitions().size();
        if (partitions != topic.partitions()) {
            differences.add(new Difference(
                    topic.name(),
                    "partitions",
                    Integer.toString(topic.partitions()),
                    Integer.toString(partitions),
                    true));
        }
        Config config = configOf(topic.name());
        topic.settings().forEach((name, expected) -> {
            String value = config.get(name) == null ? "unset" : config.get(name).value();
            if (!expected.equals(value)) {
                differences.add(new Difference(topic.name(), name, expected, value, false));
            }
        });
    }

    private Optional<TopicDescription> describe(String topic) {
        try {
            return Optional.of(
                    await(admin.describeTopics(List.of(topic)).topicNameValues().get(topic)));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new TopicException("topic " + topic + " cannot be looked up: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Config configOf(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return await(admin.describeConfigs(List.of(resource)).values().get(resource));
        } catch (ExecutionException e) {
            throw new TopicException("the settings of topic " + topic + " cannot be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Admin answers with a future for each name that it was asked for. */
    private static <T> T await(@Nullable KafkaFuture<T> answer) throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(answer).get();
    }

    private static NewTopic newTopic(Topic<?> topic, int replication) {
        Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of((short) replication);
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), copies).configs(topic.settings());
    }

    private static TopicException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new TopicException("interrupted while waiting for the broker", e);
    }
}
