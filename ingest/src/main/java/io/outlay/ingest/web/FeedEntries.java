package io.outlay.ingest.web;

import io.outlay.contracts.Article;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.PublicationDate;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.source.Sighting;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Entries of a feed as sightings. */
final class FeedEntries implements EntryReader {
    private final URI feed;
    private final @Nullable PageFetcher pages;
    private final boolean followRemovals;
    private final Clock clock;

    /**
     * @param pages null when pages are not to be fetched
     * @param followRemovals whether an article is gone whose page is
     */
    FeedEntries(URI feed, @Nullable PageFetcher pages, boolean followRemovals, Clock clock) {
        this.feed = feed;
        this.pages = pages;
        this.followRemovals = followRemovals;
        this.clock = clock;
    }

    /** The entry's article; of one that holds a teaser only, its page's, where that can be had. */
    @Override
    public List<Sighting> read(Feed.Entry entry) throws HostTurns.BusyHostException {
        String url = entry.draft().url();
        String where = feed + " entry " + (url == null ? entry.draft().title() : url);
        try {
            if (!entry.full() && pages != null && url != null) {
                Sighting page = pages.read(URI.create(url), followRemovals ? entry.draft() : null);
                if (page instanceof Sighting.Found found) {
                    return List.of(dated(found, entry));
                }
                if (page instanceof Sighting.Gone) {
                    return List.of(page);
                }
            }
            return List.of(new Sighting.Found(PageFetcher.seenNow(entry.draft(), clock), where, entry.why()));
        } catch (RefusedException e) {
            return List.of(new Sighting.Refused(where, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException noAddress) {
            return List.of(new Sighting.Refused(where, "the link is no address"));
        }
    }

    /** The page's article, with the feed's day where the page has none, and with what only the feed says. */
    private static Sighting.Found dated(Sighting.Found page, Feed.Entry entry) {
        Article article = page.article();
        SortedMap<String, String> why = new TreeMap<>(entry.why());
        why.putAll(page.why());
        ArticleDraft teaser = entry.draft();
        String day = article.publishedAt();
        if (day == null) {
            day = PublicationDate.normalise(teaser.publishedAt());
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
