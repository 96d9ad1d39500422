package io.outlay.service;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/**
 * What a {@link Service.Companion} may use.
 *
 * @param producer idempotent, not transactional; shared between threads; flushed and closed by the runner after the companion
 * @param ready whether the topology beside it is up
 * @param pages puts JSON beside the service's health: a path, and what stands there whenever it is asked for
 */
public record ServiceContext(
        Settings settings,
        Producer<byte[], byte[]> producer,
        BooleanSupplier ready,
        BiConsumer<String, Supplier<String>> pages) {
    /** Offers JSON at a path of the health server. */
    public void offer(String path, Supplier<String> json) {
        pages.accept(path, json);
    }
}
