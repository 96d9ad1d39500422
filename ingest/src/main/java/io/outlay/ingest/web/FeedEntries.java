package io.outlay.ingest.web;

import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.source.Sighting;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Entries of a feed as sightings. */
final class FeedEntries {
    private FeedEntries() {}

    /**
     * The entry's article; of one that holds a teaser only, its page's, where that can be had.
     *
     * @param pages null when pages are not to be fetched
     */
    static Sighting sighting(Feed.Entry entry, URI feed, @Nullable PageFetcher pages, Clock clock) {
        String url = entry.draft().url();
        String where = feed + " entry " + (url == null ? entry.draft().title() : url);
        try {
            if (!entry.full() && pages != null && url != null) {
                Sighting page = pages.read(URI.create(url));
                if (page instanceof Sighting.Found) {
                    return page;
                }
            }
            return Sighting.Found.asGiven(PageFetcher.seenNow(entry.draft(), clock), where);
        } catch (RefusedException e) {
            return new Sighting.Refused(where, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException noAddress) {
            return new Sighting.Refused(where, "the link is no address");
        }
    }
}
