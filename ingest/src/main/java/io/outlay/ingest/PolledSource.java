package io.outlay.ingest;

import io.outlay.contracts.NewsSource;
import io.outlay.ingest.web.FeedSource;
import io.outlay.ingest.web.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a source is that is polled, for people and for machines that watch it.
 *
 * @param state {@code active} or {@code paused}
 * @param polls how often it was asked
 * @param found articles that were new or had changed
 * @param unchanged answers that held nothing new
 * @param failed answers that were no use
 * @param failures those since the last good one
 * @param entries how many its last good answer showed
 * @param lagSeconds how long ago it was to be asked and has not been
 */
public record PolledSource(
        String address,
        String state,
        long polls,
        long found,
        long unchanged,
        long failed,
        int failures,
        int entries,
        @Nullable String error,
        @Nullable Instant asked,
        @Nullable Instant next,
        long lagSeconds) {
    /** The name of the source under which its position stands. */
    public static String name(NewsSource source) {
        return FeedSource.KIND + source.address();
    }

    /** @param position null when nobody has asked it yet */
    public static PolledSource of(NewsSource source, @Nullable String position, Instant now) {
        FeedState at = position == null
                ? new FeedState(0, 0, null, null, null, FeedState.Counts.NONE)
                : FeedSource.stateAt(position);
        boolean active = source.state() == NewsSource.State.ACTIVE;
        boolean late = active && at.next() != null && at.next().isBefore(now);
        return new PolledSource(
                source.address(),
                source.state().name().toLowerCase(Locale.ROOT),
                at.counts().polls(),
                at.counts().found(),
                at.counts().unchanged(),
                at.counts().failed(),
                at.failures(),
                at.entries(),
                at.error(),
                at.asked(),
                active ? at.next() : null,
                late ? Duration.between(at.next(), now).toSeconds() : 0);
    }
}
