package io.outlay.service;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

/** What the lifecycle decides by itself: who is closed when, what a dead thread means, how much there is to restore. */
class LifecyclePartsTest {
    private final StreamsException away = new StreamsException("no answer", new TimeoutException("60 s"));

    @Test
    void closesInTheOppositeOrderThoughOneFails() {
        List<String> closed = new ArrayList<>();
        Closing closing = new Closing();
        closing.add("first", () -> closed.add("first"));
        closing.add("second", () -> {
            throw new IllegalStateException("stuck");
        });
        closing.add("third", () -> closed.add("third"));
        List<Exception> problems = closing.run();
        assertEquals(List.of("third", "first"), closed);
        assertEquals(
                List.of("stuck"), problems.stream().map(Throwable::getMessage).toList());
        assertEquals(List.of(), closing.run());
    }

    @Test
    void aFaultThatMayPassGetsANewThreadAFewTimes() {
        ThreadFailures failures = new ThreadFailures(() -> 0);
        for (int i = 0; i < ThreadFailures.MOST; i++) {
            assertEquals(REPLACE_THREAD, failures.answer(away));
        }
        assertEquals(SHUTDOWN_CLIENT, failures.answer(away));
    }

    @Test
    void oldFaultsAreForgotten() {
        AtomicLong now = new AtomicLong();
        ThreadFailures failures = new ThreadFailures(now::get);
        for (int i = 0; i < 3 * ThreadFailures.MOST; i++) {
            assertEquals(REPLACE_THREAD, failures.answer(away));
            now.addAndGet(ThreadFailures.WITHIN.toNanos() / ThreadFailures.MOST + 1);
        }
    }

    @Test
    void aFaultThatStaysEndsTheService() {
        ThreadFailures failures = new ThreadFailures(() -> 0);
        assertEquals(SHUTDOWN_CLIENT, failures.answer(new StreamsException(new AuthorizationException("not you"))));
        assertEquals(SHUTDOWN_CLIENT, failures.answer(new IllegalStateException("a bug")));
    }

    @Test
    void countsWhatIsLeftToRestoreOverAllPartitions() {
        var zero = new TopicPartition("changelog", 0);
        var one = new TopicPartition("changelog", 1);
        RestoreProgress progress = new RestoreProgress();
        progress.onRestoreStart(zero, "store", 100, 600);
        progress.onRestoreStart(one, "store", 0, 50);
        assertEquals(550, progress.recordsToGo());
        progress.onBatchRestored(zero, "store", 300, 200);
        assertEquals(350, progress.recordsToGo());
        progress.onRestoreEnd(zero, "store", 500);
        assertEquals(50, progress.recordsToGo());
        progress.onRestoreSuspended(one, "store", 0);
        assertEquals(0, progress.recordsToGo());
    }
}
