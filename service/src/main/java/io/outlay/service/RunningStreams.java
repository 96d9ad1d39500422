package io.outlay.service;

import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running topology with what stands beside it. Made by {@link ServiceRunner#start}. */
final class RunningStreams extends Running {
    private static final Logger log = LoggerFactory.getLogger(RunningStreams.class);

    private final Function<Settings, Topology> topology;
    private final RestoreProgress restore = new RestoreProgress();
    private final ThreadFailures threadFailures = new ThreadFailures(System::nanoTime);
    private final StateOrigin origin;

    /** Null until the topics are there: the health server answers before. */
    private volatile @Nullable KafkaStreams streams;

    RunningStreams(Service service, Function<Settings, Topology> topology, Settings settings) {
        super(service, settings);
        this.topology = topology;
        this.origin = new StateOrigin(settings.get(ServiceSettings.STATE_DIR), service.name());
    }

    @Override
    void startWork() throws Exception {
        Topology applied = topology.apply(settings);
        KafkaStreams made = new KafkaStreams(applied, StreamsSettings.of(service.name(), settings));
        dropStateOfAnotherLife(made);
        streams = made;
        closing.add("topology", () -> closeStreams(made));
        closing.add("metrics", new StreamsMetrics(service.name(), made, applied.describe(), restore));
        made.setGlobalStateRestoreListener(restore);
        made.setUncaughtExceptionHandler(this::onThreadFailure);
        made.setStateListener(this::onStateChange);
        made.start();
        Service.Companion companion = service.companion();
        if (companion != null) {
            closing.add("companion", companion.start(context()));
        }
    }

    /** After a reset local state means nothing any more; it is made again from Kafka. */
    private void dropStateOfAnotherLife(KafkaStreams made) {
        try (Admin admin = stateAdmin()) {
            if (origin.isGone(admin)) {
                log.warn("{} was reset: its local state is deleted and made anew", service.name());
                made.cleanUp();
            }
            origin.note(admin);
        }
    }

    private Admin stateAdmin() {
        return Admin.create(StreamsSettings.client("outlay-" + service.name() + "-state", settings));
    }

    private StreamThreadExceptionResponse onThreadFailure(Throwable problem) {
        var answer = threadFailures.answer(problem);
        switch (answer) {
            case REPLACE_THREAD -> log.warn("a stream thread died and is replaced", problem);
            case SHUTDOWN_CLIENT, SHUTDOWN_APPLICATION -> {
                fails(problem);
                log.error("a stream thread died of a fault that a new one cannot mend", problem);
            }
        }
        return answer;
    }

    private void onStateChange(KafkaStreams.State now, KafkaStreams.State before) {
        log.info("{}: {}, was {}", service.name(), now, before);
        if (now == KafkaStreams.State.ERROR) {
            fails(new ServiceFailedException("all stream threads have died", null));
            ends();
        }
    }

    @Override
    ServiceState stateOfWork() {
        KafkaStreams running = streams;
        if (running == null) {
            return ServiceState.STARTING;
        }
        return switch (running.state()) {
            case CREATED, REBALANCING -> restore.recordsToGo() > 0 ? ServiceState.RESTORING : ServiceState.STARTING;
            case RUNNING -> ServiceState.RUNNING;
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> ServiceState.STOPPING;
        };
    }

    @Override
    long recordsToGo() {
        return restore.recordsToGo();
    }

    @Override
    public KafkaStreams streams() {
        return Objects.requireNonNull(streams, "a service that has started has streams");
    }

    private void closeStreams(KafkaStreams running) {
        // At the first start there were no internal topics to note yet.
        try (Admin admin = stateAdmin()) {
            origin.note(admin);
        } catch (TopicException e) {
            log.warn("the broker does not answer, so the note on the local state stays as it was: {}", e.getMessage());
        }
        if (!running.close(StreamsSettings.closeOptions(settings))) {
            throw new ServiceFailedException(
                    "the topology did not stop within " + settings.get(ServiceSettings.STOP_TIMEOUT), null);
        }
    }
}
