package io.outlay.service;

import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;

/**
 * What a {@link Service.Companion} may use.
 *
 * @param producer idempotent, not transactional; shared between threads; flushed and closed by the runner after the companion
 * @param ready whether the topology beside it is up
 */
public record ServiceContext(Settings settings, Producer<byte[], byte[]> producer, BooleanSupplier ready) {}
