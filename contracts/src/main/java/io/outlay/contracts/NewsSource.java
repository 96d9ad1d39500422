package io.outlay.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source that is to be polled, as people set it while the service runs: the value of {@code sources}. A null value takes it out.
 *
 * @param address of a feed, or {@code edgar:8-k}, {@code edgar:WORDS} for filings
 * @param state whether it is polled
 * @param intervalSeconds how long it rests between two polls; null for what the service has for all
 * @param pages whether the pages of entries that hold a teaser are fetched; null for what the service has for all
 * @param followRemovals whether an article is retracted whose page answers 410, gone
 * @param changedAt when people set this; a source that has given up is asked anew when it was set later than it was asked
 */
public record NewsSource(
        String address,
        State state,
        @Nullable Integer intervalSeconds,
        @Nullable Boolean pages,
        boolean followRemovals,
        Instant changedAt) {
    /** Whether a source is polled. */
    public enum State {
        /** It is. */
        ACTIVE,
        /** Not until it is set to ACTIVE again; it goes on from where it stood. */
        PAUSED
    }

    private static final int YEAR_SECONDS = 31_536_000;

    public NewsSource {
        Check.text(address, "address");
        Check.required(state, "state");
        Check.secondsOrNull(intervalSeconds, YEAR_SECONDS, "intervalSeconds");
        Check.required(changedAt, "changedAt");
    }

    /** The key under which it stands in {@code sources}. */
    public String key() {
        return address;
    }
}
