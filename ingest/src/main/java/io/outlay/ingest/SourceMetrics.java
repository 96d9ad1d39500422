package io.outlay.ingest;

import io.outlay.service.Metrics;

/** What comes in by each source, counted. */
final class SourceMetrics {
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

    private static void count(String source, String what, long count) {
        Metrics.counter(NAME, MEANING, "source", source, "what", what).increment((double) count);
    }
}
