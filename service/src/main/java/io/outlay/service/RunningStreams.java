package io.outlay.service;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running topology with what stands beside it. Made by {@link ServiceRunner#start}. */
final class RunningStreams implements RunningService {
    private static final Logger log = LoggerFactory.getLogger(RunningStreams.class);

    private final Service service;
    private final Settings settings;
    private final RestoreProgress restore = new RestoreProgress();
    private final ThreadFailures threadFailures = new ThreadFailures(System::nanoTime);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Closing closing = new Closing();
    private final HealthServer healthServer;

    /** Null until the topics are there: the health server answers before. */
    private volatile @Nullable KafkaStreams streams;

    private boolean closed;

    /** Starts everything, or closes what it had opened and throws. */
    RunningStreams(Service service, Settings settings) {
        this.service = service;
        this.settings = settings;
        try {
            healthServer = HealthServer.start(
                    settings.get(ServiceSettings.HTTP_HOST), settings.get(ServiceSettings.HTTP_PORT), this::health);
            closing.add("health server", healthServer);
            prepareTopics();
            startStreams();
            startCompanion();
        } catch (Exception e) {
            failure.compareAndSet(null, e);
            closing.run();
            ended.countDown();
            throw e instanceof RuntimeException known
                    ? known
                    : new ServiceFailedException(service.name() + " cannot start: " + e.getMessage(), e);
        }
    }

    private void prepareTopics() {
        try (Admin admin = Admin.create(StreamsSettings.client("outlay-" + service.name() + "-topics", settings))) {
            TopicAdmin topics = new TopicAdmin(admin);
            if (settings.get(ServiceSettings.CREATE_TOPICS)) {
                topics.create(service.topics(), settings.get(ServiceSettings.REPLICATION))
                        .forEach(made -> log.info("made topic {}", made));
            }
            topics.require(service.topics());
        }
    }

    private void startStreams() {
        KafkaStreams made =
                new KafkaStreams(service.topology().apply(settings), StreamsSettings.of(service.name(), settings));
        streams = made;
        closing.add("topology", () -> closeStreams(made));
        made.setGlobalStateRestoreListener(restore);
        made.setUncaughtExceptionHandler(this::onThreadFailure);
        made.setStateListener(this::onStateChange);
        made.start();
    }

    private void startCompanion() throws Exception {
        Service.Companion companion = service.companion();
        if (companion != null) {
            var producer = new KafkaProducer<byte[], byte[]>(
                    StreamsSettings.producer("outlay-" + service.name() + "-beside", settings));
            closing.add("producer", () -> producer.close(settings.get(ServiceSettings.STOP_TIMEOUT)));
            AutoCloseable running = companion.start(new ServiceContext(settings, producer, this::ready));
            closing.add("companion", running);
        }
    }

    private StreamThreadExceptionResponse onThreadFailure(Throwable problem) {
        var answer = threadFailures.answer(problem);
        switch (answer) {
            case REPLACE_THREAD -> log.warn("a stream thread died and is replaced", problem);
            case SHUTDOWN_CLIENT, SHUTDOWN_APPLICATION -> {
                failure.compareAndSet(null, problem);
                log.error("a stream thread died of a fault that a new one cannot mend", problem);
            }
        }
        return answer;
    }

    private void onStateChange(KafkaStreams.State now, KafkaStreams.State before) {
        log.info("{}: {}, was {}", service.name(), now, before);
        if (now == KafkaStreams.State.ERROR) {
            failure.compareAndSet(null, new ServiceFailedException("all stream threads have died", null));
            ended.countDown();
        }
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public ServiceState state() {
        if (ended.getCount() == 0) {
            return failure.get() == null ? ServiceState.STOPPED : ServiceState.FAILED;
        }
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
    public Health health() {
        ServiceState state = state();
        String why = failure().map(Throwable::toString).orElse(null);
        return new Health(
                name(), state, state != ServiceState.FAILED, state == ServiceState.RUNNING, restore.recordsToGo(), why);
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public InetSocketAddress address() {
        return healthServer.address();
    }

    @Override
    public KafkaStreams streams() {
        return Objects.requireNonNull(streams, "a service that has started has streams");
    }

    @Override
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!ready()) {
            if (ended.await(20, TimeUnit.MILLISECONDS)) {
                throw new ServiceFailedException(name() + " ended before it was ready", failure.get());
            }
            if (System.nanoTime() - end > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ServiceState awaitEnd() throws InterruptedException {
        ended.await();
        return state();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            closing.run().forEach(problem -> failure.compareAndSet(null, problem));
            ended.countDown();
            log.info("{}: {}", name(), state());
        }
    }

    private void closeStreams(KafkaStreams running) {
        if (!running.close(StreamsSettings.closeOptions(settings))) {
            throw new ServiceFailedException(
                    "the topology did not stop within " + settings.get(ServiceSettings.STOP_TIMEOUT), null);
        }
    }
}
