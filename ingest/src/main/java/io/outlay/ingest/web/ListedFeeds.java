package io.outlay.ingest.web;

import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.feed.FeedReader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The feeds that a list of feeds names: an OPML file, or the index of a site's sitemaps. So many are asked at a time that no list,
 * however long, keeps others waiting; a list within a list is followed, one within that is not.
 */
final class ListedFeeds {
    /** How many feeds are asked at a time. */
    static final int AT_ONCE = 20;

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final int MAX_DEPTH = 2;

    /** Of one feed; sitemaps may list fifty thousand pages. */
    private static final int MAX_ENTRIES = 2_000;

    /**
     * What the feeds show.
     *
     * @param next which feed of the list is to be the first one next time
     * @param problems one for each feed that gave nothing, in words
     */
    record Shown(List<Feed.Entry> entries, int asked, int next, List<String> problems) {
        /** What went wrong, for people; empty when nothing did. */
        String error() {
            return problems.isEmpty()
                    ? ""
                    : problems.size() + " of " + asked + " feeds of this list gave nothing; " + problems.get(0);
        }
    }

    private record Listed(String address, int depth) {}

    private final WebClient client;

    ListedFeeds(WebClient client) {
        this.client = client;
    }

    /** @param from which feed of the list is the first one */
    Shown read(Feed list, int from) {
        List<String> addresses = list.feeds();
        // The newest of a site's maps hold its news; the others are for historians.
        int first = list.kind().equals("sitemap") || addresses.isEmpty() ? 0 : Math.floorMod(from, addresses.size());
        Deque<Listed> waiting = new ArrayDeque<>();
        for (int i = 0; i < Math.min(AT_ONCE, addresses.size()); i++) {
            waiting.add(new Listed(addresses.get((first + i) % addresses.size()), 1));
        }
        int fromList = 0;
        Set<String> known = new HashSet<>();
        List<Feed.Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE_NS;
        while (!waiting.isEmpty() && known.size() < AT_ONCE && System.nanoTime() - end < 0) {
            Listed next = waiting.remove();
            fromList += next.depth() == 1 ? 1 : 0;
            if (!known.add(next.address())) {
                continue;
            }
            try {
                Feed feed = ask(next.address());
                entries.addAll(feed.entries()
                        .subList(0, Math.min(MAX_ENTRIES, feed.entries().size())));
                if (next.depth() < MAX_DEPTH) {
                    feed.feeds().stream()
                            .limit(AT_ONCE)
                            .forEach(inner -> waiting.add(new Listed(inner, next.depth() + 1)));
                }
            } catch (FetchException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Shown(
                entries, known.size(), addresses.isEmpty() ? 0 : (first + fromList) % addresses.size(), problems);
    }

    private Feed ask(String address) throws FetchException {
        URI feed;
        try {
            feed = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new FetchException(address + " is no address", e);
        }
        Fetched answer = client.get(feed, Validators.NONE);
        if (answer.status() != 200) {
            throw new FetchException(address + ": the server answers " + answer.status());
        }
        Optional<Feed> read = LargeAnswers.inTurn(
                answer, () -> FeedReader.read(answer.body(), answer.address().toString(), answer.charset()));
        return read.orElseThrow(() -> new FetchException(address + ": the answer is no feed"));
    }
}
