package io.outlay.ingest.feed;

import io.outlay.ingest.article.ArticleDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed holds.
 *
 * @param kind {@code rss}, {@code rdf}, {@code atom}, {@code json} or {@code opml}
 * @param feeds addresses of other feeds, in OPML
 */
public record Feed(
        String kind, @Nullable String title, @Nullable String language, List<Entry> entries, List<String> feeds) {
    /**
     * One article.
     *
     * @param full whether the body is the whole article, as far as the feed says; else it is a teaser, or missing
     */
    public record Entry(ArticleDraft draft, boolean full) {}

    public Feed {
        entries = List.copyOf(entries);
        feeds = List.copyOf(feeds);
    }
}
