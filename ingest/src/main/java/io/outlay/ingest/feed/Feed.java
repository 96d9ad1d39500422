package io.outlay.ingest.feed;

import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.PublicationDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a feed holds.
 *
 * @param kind {@code rss}, {@code rdf}, {@code atom}, {@code json}, {@code opml}, {@code sitemap}, {@code gdelt}, {@code newsapi} or
 *     {@code edgar}
 * @param feeds addresses of other feeds, in OPML and in the index of sitemaps
 */
public record Feed(
        String kind, @Nullable String title, @Nullable String language, List<Entry> entries, List<String> feeds) {
    /**
     * One article.
     *
     * @param full whether the body is the whole article, as far as the feed says; else it is a teaser, or missing
     * @param why what the feed says of it beyond the draft, or how the draft was made: field → words
     */
    public record Entry(ArticleDraft draft, boolean full, SortedMap<String, String> why) {
        public Entry {
            why = Collections.unmodifiableSortedMap(new TreeMap<>(why));
        }

        public Entry(ArticleDraft draft, boolean full) {
            this(draft, full, new TreeMap<>());
        }

        /** An entry of a feed that has texts: what its body is, and that its day is the feed's. */
        static Entry ofFeed(ArticleDraft draft, boolean full) {
            SortedMap<String, String> why = new TreeMap<>();
            if (draft.body() != null) {
                why.put("body", full ? "the feed's full text" : "the feed's teaser");
            }
            if (PublicationDate.normalise(draft.publishedAt()) != null) {
                why.put("publishedAt", "feed");
            }
            if (draft.url() != null) {
                why.put("url", "the feed's link");
            }
            return new Entry(draft, full, why);
        }

        /**
         * An entry of a list that has headlines and no texts. The headline is the body then: it is all that is known until the
         * page is read.
         */
        static Entry headline(ArticleDraft draft, SortedMap<String, String> why) {
            SortedMap<String, String> all = new TreeMap<>(why);
            all.put("body", "the headline, the list has no text");
            return new Entry(draft.withBody(draft.title()), false, all);
        }
    }

    public Feed {
        entries = List.copyOf(entries);
        feeds = List.copyOf(feeds);
    }
}
