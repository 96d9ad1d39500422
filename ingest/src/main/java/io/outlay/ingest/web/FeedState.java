package io.outlay.ingest.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is that is polled.
 *
 * @param entries how many its last good answer showed
 * @param failures since its last good answer
 * @param error what went wrong last, in words; null when nothing did
 * @param asked when it was asked last, null when unknown
 * @param next when it will be asked again, null when unknown
 */
public record FeedState(
        int entries, int failures, @Nullable String error, @Nullable Instant asked, @Nullable Instant next) {}
