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
 * @param counts over its life
 */
public record FeedState(
        int entries,
        int failures,
        @Nullable String error,
        @Nullable Instant asked,
        @Nullable Instant next,
        Counts counts) {
    /**
     * What has come of asking.
     *
     * @param polls how often it was asked
     * @param found articles that were new or had changed
     * @param unchanged answers that held nothing new
     * @param failed answers that were no use, and questions without an answer
     */
    public record Counts(long polls, long found, long unchanged, long failed) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts good(int found) {
            return new Counts(polls + 1, this.found + found, unchanged + (found == 0 ? 1 : 0), failed);
        }

        Counts bad() {
            return new Counts(polls + 1, found, unchanged, failed + 1);
        }
    }
}
