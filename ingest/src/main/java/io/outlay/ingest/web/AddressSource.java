package io.outlay.ingest.web;

import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.feed.FeedReader;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands at an address now: the entries of a feed, or the article of a page. Asked once. */
public final class AddressSource implements Source {
    private final URI address;
    private final WebClient client;
    private final PageFetcher pages;
    private final boolean followRemovals;
    private final Clock clock;

    /** @param followRemovals whether a page that is gone retracts its article */
    public AddressSource(URI address, WebClient client, PageFetcher pages, boolean followRemovals, Clock clock) {
        this.address = address;
        this.client = client;
        this.pages = pages;
        this.followRemovals = followRemovals;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "address:" + address;
    }

    /** A person named this address, so robots.txt is asked only for what it leads to. */
    @Override
    public Batch poll(@Nullable String position) throws FetchException {
        Fetched answer = client.get(address, Validators.NONE);
        Optional<Feed> feed = answer.status() == 200
                ? FeedReader.read(answer.body(), answer.address().toString(), answer.charset())
                : Optional.empty();
        if (feed.isEmpty()) {
            ArticleDraft retracted = followRemovals ? ArticleDraft.of(address.toString(), null, null, null) : null;
            return Batch.last(List.of(pages.sighting(answer, retracted)));
        }
        EntryReader reader = new FeedEntries(address, pages, followRemovals, clock);
        List<Sighting> sightings = new ArrayList<>();
        for (Feed.Entry entry : feed.get().entries()) {
            sightings.addAll(read(reader, entry));
        }
        if (!feed.get().feeds().isEmpty()) {
            ListedFeeds.Shown shown = new ListedFeeds(client).read(feed.get(), 0);
            shown.entries().forEach(entry -> sightings.addAll(read(reader, entry)));
            shown.problems().forEach(problem -> sightings.add(new Sighting.Refused(address.toString(), problem)));
        }
        return Batch.last(sightings);
    }

    private static List<Sighting> read(EntryReader reader, Feed.Entry entry) {
        try {
            return reader.read(entry);
        } catch (HostTurns.BusyHostException e) {
            return List.of(new Sighting.Refused(String.valueOf(entry.draft().url()), String.valueOf(e.getMessage())));
        }
    }
}
