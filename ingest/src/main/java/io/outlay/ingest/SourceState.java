package io.outlay.ingest;

import io.outlay.ingest.web.FeedSource;
import io.outlay.ingest.web.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * How a source is that has been read and has not ended.
 *
 * @param source its name
 * @param feed how it is, when it is a feed that is polled; null for what is read once
 * @param position from where a file is read on; null for a feed
 */
public record SourceState(String source, @Nullable FeedState feed, @Nullable String position) {
    public static SourceState of(Positions.Position at) {
        return at.source().startsWith(FeedSource.KIND)
                ? new SourceState(at.source(), FeedSource.stateAt(at.position()), null)
                : new SourceState(at.source(), null, at.position());
    }
}
