package io.outlay.ingest.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.outlay.contracts.Json;
import io.outlay.ingest.web.FeedState.Counts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed stands.
 *
 * @param seen hashes of the entries that the last answer showed
 * @param failures since the last good answer
 * @param error what went wrong last, null when the last answer was good
 * @param asked when it was asked last
 * @param next when it will be asked again
 * @param listed of a list of feeds, which one is asked first next time
 * @param followed articles whose removal is followed, each {@code ID URL}, the one looked at longest ago first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FeedPosition(
        @Nullable String etag,
        @Nullable String lastModified,
        List<String> seen,
        int failures,
        @Nullable String error,
        @Nullable Instant asked,
        @Nullable Instant next,
        Counts counts,
        @Nullable Integer listed,
        List<String> followed) {
    static final FeedPosition START =
            new FeedPosition(null, null, List.of(), 0, null, null, null, Counts.NONE, null, List.of());

    FeedPosition {
        seen = seen == null ? List.of() : List.copyOf(seen);
        counts = counts == null ? Counts.NONE : counts;
        followed = followed == null ? List.of() : List.copyOf(followed);
    }

    static FeedPosition read(@Nullable String position) {
        return position == null ? START : Json.read(position.getBytes(StandardCharsets.UTF_8), FeedPosition.class);
    }

    /** A good answer with these entries; its failures are forgotten. */
    FeedPosition good(Validators validators, List<String> entries, int found, List<String> nowFollowed) {
        return new FeedPosition(
                validators.etag(),
                validators.lastModified(),
                entries,
                0,
                null,
                asked,
                next,
                counts.good(found),
                listed,
                nowFollowed);
    }

    FeedPosition bad() {
        return new FeedPosition(
                etag, lastModified, seen, failures + 1, error, asked, next, counts.bad(), listed, followed);
    }

    FeedPosition after(String why, Instant now, Duration rest) {
        return new FeedPosition(
                etag,
                lastModified,
                seen,
                failures,
                why.isEmpty() ? null : why,
                now,
                now.plus(rest),
                counts,
                listed,
                followed);
    }

    FeedPosition listedFrom(int first) {
        return new FeedPosition(etag, lastModified, seen, failures, error, asked, next, counts, first, followed);
    }

    FeedState state() {
        return new FeedState(seen.size(), failures, error, asked, next, counts);
    }
}
