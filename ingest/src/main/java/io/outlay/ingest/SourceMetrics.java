package io.outlay.ingest;

import io.micrometer.core.instrument.Gauge;
import io.outlay.ingest.web.FeedState;
import io.outlay.service.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What comes in by each source, counted. */
final class SourceMetrics {
    /** A few thousand at most: sources, not articles. */
    private static final Map<String, AtomicLong> NEXT = new ConcurrentHashMap<>();

    private static final String NAME = "outlay.source.articles";
    private static final String MEANING = "what a source brought onto the road";

    private SourceMetrics() {}

    /** A batch of a source has been committed. */
    static void wrote(String source, Intake.Tally before, Intake.Tally after) {
        count(source, "found", after.found() - before.found());
        count(source, "gone", after.gone() - before.gone());
        count(source, "refused", after.refused() - before.refused());
    }

    /** A source could not be asked, or what it gave could not be written. */
    static void failed(String source) {
        Metrics.counter("outlay.source.failures", "polls of a source that failed", "source", source)
                .increment();
    }

    /** A source has been asked, and what came of it is committed. */
    static void polled(String source, FeedState state, boolean anyNew) {
        String came = state.error() != null ? "failed" : anyNew ? "new" : "unchanged";
        Metrics.counter("outlay.source.polls", "how often a source was asked", "source", source, "came", came)
                .increment();
        if (state.next() != null) {
            NEXT.computeIfAbsent(source, SourceMetrics::next).set(state.next().getEpochSecond());
        }
    }

    /** This instance asks it no more: it is not late here. */
    static void forget(String source) {
        AtomicLong next = NEXT.get(source);
        if (next != null) {
            next.set(0);
        }
    }

    /** How long ago it was to be asked and has not been; 0 when this instance does not ask it. */
    static double lagSeconds(long nextSeconds, long nowMs) {
        return nextSeconds == 0 ? 0 : Math.max(0, nowMs / 1000.0 - nextSeconds);
    }

    private static AtomicLong next(String source) {
        AtomicLong next = new AtomicLong();
        Gauge.builder("outlay.source.lag", next, at -> lagSeconds(at.get(), System.currentTimeMillis()))
                .description("how long ago a source was to be asked and has not been, in seconds")
                .tags("source", source)
                .register(Metrics.all());
        Gauge.builder("outlay.source.next", next, AtomicLong::get)
                .description(
                        "when a source is to be asked again, in seconds since 1970; it is late when that has passed")
                .tags("source", source)
                .register(Metrics.all());
        return next;
    }

    private static void count(String source, String what, long count) {
        Metrics.counter(NAME, MEANING, "source", source, "what", what).increment((double) count);
    }
}
