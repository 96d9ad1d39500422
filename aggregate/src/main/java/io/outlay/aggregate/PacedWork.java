package io.outlay.aggregate;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Work in bounded steps at the wall clock's ticks: often while there is some left, seldom while there is none. Each tick makes its task
 * commit, so ticks without work should be rare.
 */
final class PacedWork {
    static final Duration IDLE = Duration.ofSeconds(5);
    static final Duration BUSY = Duration.ofMillis(50);

    private final ProcessorContext<?, ?> context;
    private final Step step;
    private Duration pace = IDLE;
    private Cancellable ticks;

    /** A bounded piece of the work. */
    @FunctionalInterface
    interface Step {
        /** @return whether there is more to do */
        boolean make(long nowMs);
    }

    PacedWork(ProcessorContext<?, ?> context, Step step) {
        this.context = context;
        this.step = step;
        this.ticks = context.schedule(pace, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    /** There is something to do, found outside of a tick. */
    void wake() {
        changeTo(BUSY);
    }

    private void tick(long nowMs) {
        changeTo(step.make(nowMs) ? BUSY : IDLE);
    }

    private void changeTo(Duration next) {
        if (!next.equals(pace)) {
            ticks.cancel();
            pace = next;
            ticks = context.schedule(pace, PunctuationType.WALL_CLOCK_TIME, this::tick);
        }
    }
}
