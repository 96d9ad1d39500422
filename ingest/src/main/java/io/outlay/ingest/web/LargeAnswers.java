package io.outlay.ingest.web;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A page of many megabytes takes ten times that while it is taken apart: large ones wait for each other. */
final class LargeAnswers {
    private static final int LARGE_BYTES = 1024 * 1024;
    private static final ReentrantLock ONE = new ReentrantLock();

    private LargeAnswers() {}

    static <T> T inTurn(Fetched answer, Supplier<T> work) {
        if (answer.body().length < LARGE_BYTES) {
            return work.get();
        }
        ONE.lock();
        try {
            return work.get();
        } finally {
            ONE.unlock();
        }
    }
}
