package io.outlay.service;

import java.util.function.LongSupplier;

/** Lets through so many things a second, and a burst of a second's worth after a rest. */
public final class RateLimit {
    private static final double NANOS = 1e9;

    private final int perSecond;
    private final LongSupplier nanoClock;
    private double free;
    private long lastNanos;

    public RateLimit(int perSecond, LongSupplier nanoClock) {
        this.perSecond = perSecond;
        this.nanoClock = nanoClock;
        this.free = perSecond;
        this.lastNanos = nanoClock.getAsLong();
    }

    /** Whether one more may pass now. */
    public synchronized boolean pass() {
        long now = nanoClock.getAsLong();
        free = Math.min(perSecond, free + (now - lastNanos) / NANOS * perSecond);
        lastNanos = now;
        if (free < 1) {
            return false;
        }
        free--;
        return true;
    }
}
