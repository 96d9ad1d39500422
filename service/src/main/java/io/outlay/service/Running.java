package io.outlay.service;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all running services have in common: topics that are there, a health server, an order of stopping. */
abstract class Running implements RunningService {
    private static final int SEND_PATIENCE_MS = 4_000;

    private static final Logger log = LoggerFactory.getLogger(Running.class);

    final Service service;
    final Settings settings;
    final Closing closing = new Closing();

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable HealthServer healthServer;
    private boolean closed;

    Running(Service service, Settings settings) {
        this.service = service;
        this.settings = settings;
    }

    /** Starts everything, or closes what it had opened and throws. */
    final RunningService start() {
        try {
            HealthServer server = HealthServer.start(settings, this::health);
            healthServer = server;
            closing.add("health server", server);
            prepareTopics();
            startWork();
            return this;
        } catch (Exception e) {
            failure.compareAndSet(null, e);
            closing.run();
            ended.countDown();
            throw e instanceof RuntimeException known
                    ? known
                    : new ServiceFailedException(service.name() + " cannot start: " + e.getMessage(), e);
        }
    }

    /** Starts what the service does; whatever is opened is added to {@link #closing}. */
    abstract void startWork() throws Exception;

    /** The state while it has not ended. */
    abstract ServiceState stateOfWork();

    abstract long recordsToGo();

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

    /** What a companion may use, its producer among it. */
    final ServiceContext context() {
        Map<String, Object> sending = StreamsSettings.producer("outlay-" + service.name() + "-beside", settings);
        // Whoever sends by it waits for an answer: when Kafka is away it is to hear so, not to wait for a minute.
        sending.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_PATIENCE_MS);
        var producer = new KafkaProducer<byte[], byte[]>(sending);
        closing.add("producer", () -> producer.close(settings.get(ServiceSettings.STOP_TIMEOUT)));
        return new ServiceContext(
                settings, producer, this::ready, Objects.requireNonNull(healthServer, "it is started first")::offer);
    }

    /** Notes why it fails; the first reason counts. */
    final void fails(Throwable why) {
        failure.compareAndSet(null, why);
    }

    /** It has ended by itself. */
    final void ends() {
        ended.countDown();
    }

    @Override
    public final String name() {
        return service.name();
    }

    @Override
    public final ServiceState state() {
        if (ended.getCount() == 0) {
            return failure.get() == null ? ServiceState.STOPPED : ServiceState.FAILED;
        }
        return stateOfWork();
    }

    @Override
    public final Health health() {
        ServiceState state = state();
        String why = failure().map(Throwable::toString).orElse(null);
        return new Health(
                name(), state, state != ServiceState.FAILED, state == ServiceState.RUNNING, recordsToGo(), why);
    }

    @Override
    public final Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public final InetSocketAddress address() {
        HealthServer server = healthServer;
        if (server == null) {
            throw new IllegalStateException(name() + " has not been started");
        }
        return server.address();
    }

    @Override
    public final ServiceState awaitEnd() throws InterruptedException {
        ended.await();
        return state();
    }

    @Override
    public final boolean awaitReady(Duration atMost) throws InterruptedException {
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
    public final synchronized void close() {
        if (!closed) {
            closed = true;
            closing.run().forEach(this::fails);
            ended.countDown();
            log.info("{}: {}", name(), state());
        }
    }
}
