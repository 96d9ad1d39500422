package io.outlay.ingest.web;

import io.outlay.contracts.Article;
import io.outlay.ingest.article.PublicationDate;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.source.Sighting;
import java.net.URI;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
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
                if (page instanceof Sighting.Found found) {
                    return dated(found, entry);
                }
            }
            return new Sighting.Found(PageFetcher.seenNow(entry.draft(), clock), where, entry.why());
        } catch (RefusedException e) {
            return new Sighting.Refused(where, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException noAddress) {
            return new Sighting.Refused(where, "the link is no address");
        }
    }

    /** The page's article, with the feed's day where the page has none, and with what only the feed says. */
    private static Sighting.Found dated(Sighting.Found page, Feed.Entry entry) {
        Article article = page.article();
        SortedMap<String, String> why = new TreeMap<>(entry.why());
        why.putAll(page.why());
        String day = article.publishedAt();
        if (day == null) {
            day = PublicationDate.normalise(entry.draft().publishedAt());
        }
        if (day != null) {
            why.putIfAbsent("publishedAt", "feed");
        }
        Article dated = new Article(
                article.id(),
                article.url(),
                article.title(),
                article.body(),
                day,
                article.fetchedAt(),
                article.source(),
                article.language());
        return new Sighting.Found(dated, page.where(), why);
    }
}
