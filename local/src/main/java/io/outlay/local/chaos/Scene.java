package io.outlay.local.chaos;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;

/** What a fault may lay hands on. */
final class Scene implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Stage stage;
    private final Sender sender;
    private final Random chance;
    private final Admin admin;
    private final List<String> poisoned = new ArrayList<>();

    Scene(Stage stage, long seed) {
        this.stage = stage;
        this.sender = new Sender(stage.brokers().bootstrap());
        this.chance = new Random(seed);
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stage.brokers().bootstrap()));
    }

    Stage stage() {
        return stage;
    }

    Sender sender() {
        return sender;
    }

    /** One instance of each service, the number by chance. */
    List<Instance> oneOfEach() {
        int number = 1 + chance.nextInt(stage.plan().instances());
        return Stage.SERVICES.stream()
                .map(service -> stage.instance(service, number))
                .toList();
    }

    /** The broker that leads a partition of the claims, the partition by chance. */
    int leader() throws InterruptedException {
        int partition = chance.nextInt(Topics.CLAIMS.partitions());
        TopicDescription claims = describe(List.of(Topics.CLAIMS.name())).get(Topics.CLAIMS.name());
        return Objects.requireNonNull(claims)
                .partitions()
                .get(partition)
                .leader()
                .id();
    }

    /** Sends what nobody can read, and remembers where it stands. */
    void poison() throws InterruptedException {
        for (Poison poison : Poison.all()) {
            String place = sender.send(poison.topic(), poison.key(), poison.value());
            if (poison.deadly()) {
                poisoned.add(place);
            }
        }
    }

    /** Where the poison stands that must become dead letters. */
    List<String> poisoned() {
        return poisoned;
    }

    /** Waits until every instance says that it does its work, and every copy of every partition is up to date. */
    void awaitWell() throws InterruptedException {
        await("all instances are ready", stage::ready);
        await("all copies are in sync", this::inSync);
    }

    void awaitReady(Instance instance) throws InterruptedException {
        await(instance.name() + " is ready", instance::ready);
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    private boolean inSync() {
        try {
            Collection<TopicDescription> topics =
                    describe(Topics.all().stream().map(Topic::name).toList()).values();
            return topics.stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.isr().size() == partition.replicas().size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, TopicDescription> describe(Collection<String> topics) throws InterruptedException {
        try {
            return admin.describeTopics(topics).allTopicNames().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the brokers do not describe their topics: " + e.getCause(), e);
        }
    }

    @Override
    public void close() throws IOException {
        sender.close();
        admin.close();
    }
}
