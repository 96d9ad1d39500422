package io.outlay.service;

import io.outlay.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

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

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

    private final Admin admin;

    public TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /**
     * Makes the topics that are missing; those that are there stay as they are. Two processes may do this at once.
     *
     * @param replication copies of each partition; −1 for the broker's default
     * @return the names of the topics made by this call, in the order given
     * @throws TopicException if the broker refuses or does not answer
     */
    public List<String> create(Collection<Topic<?>> topics, int replication) {
        List<NewTopic> wanted =
                topics.stream().map(topic -> newTopic(topic, replication)).toList();
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(wanted).values();
        List<String> made = new ArrayList<>();
        for (NewTopic topic : wanted) {
            try {
                await(Objects.requireNonNull(answers.get(topic.name())));
                made.add(topic.name());
            } catch (TopicException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        awaitVisible(topics);
        return made;
    }

    /** What differs from the catalogue, in its order; empty when all is as it should be. */
    public List<Difference> check(Collection<Topic<?>> topics) {
        Map<String, TopicDescription> found = describe(topics);
        Map<String, Config> settings = settingsOf(found.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Topic<?> topic : topics) {
            TopicDescription description = found.get(topic.name());
            if (description == null) {
                differences.add(new Difference(topic.name(), "topic", "made", "missing", true));
            } else {
                compare(topic, description, Objects.requireNonNull(settings.get(topic.name())), differences);
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

    /** A topic just made, by us or by another, is not known to each broker at once. */
    private void awaitVisible(Collection<Topic<?>> topics) {
        long end = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (describe(topics).size() < topics.size() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_AGAIN_AFTER.toNanos());
        }
    }

    private static void compare(Topic<?> topic, TopicDescription found, Config settings, List<Difference> differences) {
        int partitions = found.partitions().size();
        if (partitions != topic.partitions()) {
            differences.add(new Difference(
                    topic.name(),
                    "partitions",
                    Integer.toString(topic.partitions()),
                    Integer.toString(partitions),
                    true));
        }
        topic.settings().forEach((name, expected) -> {
            String value =
                    settings.get(name) == null ? "unset" : settings.get(name).value();
            if (!expected.equals(value)) {
                differences.add(new Difference(topic.name(), name, expected, value, false));
            }
        });
    }

    /** Those of the topics that are there, by name. */
    private Map<String, TopicDescription> describe(Collection<Topic<?>> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, TopicDescription> found = new HashMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> {
            try {
                found.put(name, await(answer));
            } catch (TopicException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        });
        return found;
    }

    private Map<String, Config> settingsOf(Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Config> settings = new HashMap<>();
        admin.describeConfigs(resources)
                .values()
                .forEach((resource, answer) -> settings.put(resource.name(), await(answer)));
        return settings;
    }

    private static NewTopic newTopic(Topic<?> topic, int replication) {
        Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of((short) replication);
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), copies).configs(topic.settings());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new TopicException("the broker does not answer for its topics: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("interrupted while waiting for the broker", e);
        }
    }
}
