package io.outlay.local.bench;

import org.jspecify.annotations.Nullable;

/**
 * How to measure.
 *
 * @param corpus a file or folder with articles, null for the samples that ship with the project
 * @param runs how many measurements a median is made of
 * @param seconds how long one of them lasts
 */
public record BenchOptions(@Nullable String corpus, int runs, int seconds) {
    public BenchOptions {
        if (runs < 1 || seconds < 1) {
            throw new IllegalArgumentException("a bench needs at least one run of one second");
        }
    }
}
