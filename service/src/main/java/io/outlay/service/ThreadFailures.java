package io.outlay.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * What becomes of a service whose stream thread died. A fault that may pass (a broker that is away, a time-out) is answered
 * with a new thread, a few times within a while; anything else, and too many of them, ends the service, so that whoever
 * watches it sees a failed process and not one that dies again and again inside.
 */
final class ThreadFailures {
    static final int MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final LongSupplier nanoClock;
    private final Deque<Long> recent = new ArrayDeque<>();

    ThreadFailures(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    synchronized StreamThreadExceptionResponse answer(Throwable failure) {
        long now = nanoClock.getAsLong();
        while (!recent.isEmpty() && now - recent.getFirst() > WITHIN.toNanos()) {
            recent.removeFirst();
        }
        recent.addLast(now);
        return mayPass(failure) && recent.size() <= MOST
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }
}
