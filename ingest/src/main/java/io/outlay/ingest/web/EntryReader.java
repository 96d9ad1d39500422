package io.outlay.ingest.web;

import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.source.Sighting;
import java.util.List;

/** Makes articles of an entry of a feed. */
interface EntryReader {
    /**
     * What the entry leads to; what went wrong is a refusal.
     *
     * @throws HostTurns.BusyHostException if the entry is to be read some other time
     */
    List<Sighting> read(Feed.Entry entry) throws HostTurns.BusyHostException;
}
