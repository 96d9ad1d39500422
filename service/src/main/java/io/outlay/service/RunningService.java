package io.outlay.service;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** A service that has been started. Closing it stops it gracefully: companion, producer, topology, health server. */
public interface RunningService extends AutoCloseable {
    String name();

    ServiceState state();

    Health health();

    /** Whether it does its work: topology running, state restored. */
    default boolean ready() {
        return state() == ServiceState.RUNNING;
    }

    /** Why it failed, when it did. */
    Optional<Throwable> failure();

    /** Where its health server listens. */
    InetSocketAddress address();

    /**
     * The topology as it runs, for those who ask for its lag or read its stores.
     *
     * @throws IllegalStateException if the service has none
     */
    KafkaStreams streams();

    /**
     * Waits until the service is ready.
     *
     * @return false when the time is over first
     * @throws ServiceFailedException when the service ends first
     */
    boolean awaitReady(Duration atMost) throws InterruptedException;

    /** Waits until it has stopped or failed, and says which. */
    ServiceState awaitEnd() throws InterruptedException;

    /** Stops it. Does nothing when it has ended already. */
    @Override
    void close();
}
