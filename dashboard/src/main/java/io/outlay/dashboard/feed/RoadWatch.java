package io.outlay.dashboard.feed;

import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.live.Health.ServiceLook;
import io.outlay.dashboard.live.Health.State;
import io.outlay.service.StreamsSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Looks every few seconds whether Kafka answers, and how far the services are that write what the page shows. A Kafka that does not
 * let us look at groups tells nothing of the services, and that is no fault.
 */
public final class RoadWatch implements AutoCloseable {
    /** The services of the road. */
    private static final List<String> SERVICES = List.of("ingest", "enrich", "aggregate");

    /** More records than this to go on two looks in a row, and a service is behind. Markers of transactions count as records. */
    private static final long BEHIND = 1_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final TopicFeed feed;
    private final Consumer<Health> told;
    private final Thread thread;
    private List<ServiceLook> before = List.of();

    /** @param told of every look; must not block */
    public RoadWatch(Map<String, Object> clientSettings, TopicFeed feed, Consumer<Health> told) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        this.admin = Admin.create(settings);
        this.feed = feed;
        this.told = told;
        this.thread = new Thread(this::run, "road-watch");
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                told.accept(look());
                // While it restores, readers watch the count go down.
                Thread.sleep(feed.ready() ? BETWEEN_LOOKS.toMillis() : 250);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Health look() throws InterruptedException {
        State state = State.LIVE;
        List<ServiceLook> services = List.of();
        try {
            admin.describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (feed.ready()) {
                services = services();
            }
        } catch (ExecutionException | TimeoutException e) {
            state = State.GONE;
        }
        if (state == State.LIVE) {
            state = !feed.ready() ? State.RESTORING : isBehind(services) ? State.BEHIND : State.LIVE;
        }
        before = services;
        return new Health(state, feed.recordsToGo(), feed.unreadable(), services);
    }

    private boolean isBehind(List<ServiceLook> services) {
        return feed.recordsToGo() > BEHIND
                || services.stream()
                        .anyMatch(now -> now.members() == 0
                                || now.lag() > BEHIND
                                        && before.stream()
                                                .anyMatch(
                                                        then -> then.name().equals(now.name()) && then.lag() > BEHIND));
    }

    private List<ServiceLook> services() throws InterruptedException {
        List<ServiceLook> services = new ArrayList<>();
        for (String service : SERVICES) {
            String group = StreamsSettings.applicationId(service);
            try {
                var groups = admin.describeConsumerGroups(List.of(group)).all().get();
                int members = groups.values().stream()
                        .mapToInt(found -> found.members().size())
                        .sum();
                services.add(new ServiceLook(service, members, lag(group)));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GroupIdNotFoundException) {
                    services.add(new ServiceLook(service, 0, 0));
                }
            }
        }
        return services;
    }

    private long lag(String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> read = new HashMap<>();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        committed.forEach((partition, offset) -> {
            // A partition of which nothing was committed has null here.
            if (offset != null) {
                read.put(partition, offset.offset());
                wanted.put(partition, OffsetSpec.latest());
            }
        });
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue().offset() - read.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        admin.close(Duration.ZERO);
    }
}
