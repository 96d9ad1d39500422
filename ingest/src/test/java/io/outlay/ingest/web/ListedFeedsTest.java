package io.outlay.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source.Batch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A polled address that lists other feeds: once it yielded nothing, for ever, and was called good. */
class ListedFeedsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-25T09:00:00Z"), ZoneOffset.UTC);

    private final NewsServer server = new NewsServer();
    private final WebClient client =
            new WebClient(AddressGuard.anywhere(), "outlay-test", Duration.ofSeconds(20), CLOCK);
    private final FeedSource source = new FeedSource(
            server.at("/list"), FeedSource.Manner.every(Duration.ofMinutes(10), null), client, CLOCK, () -> 0);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theFeedsOfAnOpmlListAreAsked() {
        list("/a", "/b");
        server.serve("/a", NewsServer.text(rss("One.", "Two.")));
        server.serve("/b", NewsServer.text(rss("Three.")));
        Batch first = source.poll(null);
        assertEquals(List.of("One.", "Two.", "Three."), bodies(first));
        assertNull(FeedSource.stateAt(first.next()).error());
        server.serve("/b", NewsServer.text(rss("Three.", "Four.")));
        assertEquals(List.of("Four."), bodies(source.poll(first.next())), "the others are known");
    }

    @Test
    void theNewsOfASitemapIndexIsReadFromItsNewestMaps() {
        server.serve(
                "/list",
                NewsServer.text(
                        "<sitemapindex>" + map("/old", "2019-01-01") + map("/new", "2025-02-25") + "</sitemapindex>"));
        server.serve("/old", NewsServer.text(urls("/x", "Firm opened", "2019-01-01")));
        server.serve("/new", NewsServer.text(urls("/y", "Firm builds", "2025-02-25")));
        assertEquals(List.of("Firm builds", "Firm opened"), bodies(source.poll(null)));
        assertEquals(List.of("/list", "/new", "/old"), server.asked);
    }

    @Test
    void oneThatGivesNothingStopsNoOtherAndIsSaid() {
        list("/gone", "/none", "/a");
        server.serve("/none", NewsServer.text("<html>Sorry</html>"));
        server.serve("/a", NewsServer.text(rss("One.")));
        Batch batch = source.poll(null);
        assertEquals(List.of("One."), bodies(batch));
        assertEquals(
                "2 of 3 feeds of this list gave nothing; " + server.at("/gone") + ": the server answers 404",
                FeedSource.stateAt(batch.next()).error());
        server.serve("/a", NewsServer.status(500));
        FeedState state = FeedSource.stateAt(source.poll(batch.next()).next());
        assertEquals(1, state.failures());
        assertTrue(String.valueOf(state.error()).startsWith("3 of 3 feeds"), state.error());
    }

    /** A list of thousands must not keep its poller from others. */
    @Test
    void ofALongListAFewAreAskedAtATimeInTurn() {
        String[] paths = new String[ListedFeeds.AT_ONCE + 5];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = "/" + i;
            server.serve(paths[i], NewsServer.text(rss("Text " + i + ".")));
        }
        list(paths);
        Batch first = source.poll(null);
        assertEquals(ListedFeeds.AT_ONCE, first.sightings().size());
        assertEquals(
                List.of("Text 20.", "Text 21.", "Text 22.", "Text 23.", "Text 24."), bodies(source.poll(first.next())));
    }

    @Test
    void aListThatNamesItselfOrGoesOnAndOnEnds() {
        list("/list", "/deeper");
        server.serve("/deeper", NewsServer.text(opml("/deepest", "/a")));
        server.serve("/deepest", NewsServer.text(opml("/bottomless")));
        server.serve("/a", NewsServer.text(rss("One.")));
        assertEquals(List.of("One."), bodies(source.poll(null)));
        assertTrue(server.asked.stream().noneMatch("/bottomless"::equals), server.asked.toString());
    }

    private void list(String... paths) {
        server.serve("/list", NewsServer.text(opml(paths)));
    }

    private String opml(String... paths) {
        StringBuilder opml = new StringBuilder("<opml><body>");
        for (String path : paths) {
            opml.append("<outline xmlUrl=\"").append(server.at(path)).append("\"/>");
        }
        return opml.append("</body></opml>").toString();
    }

    private String map(String path, String day) {
        return "<sitemap><loc>" + server.at(path) + "</loc><lastmod>" + day + "</lastmod></sitemap>";
    }

    private String urls(String path, String title, String day) {
        return "<urlset><url><loc>" + server.at(path) + "</loc><news:news><news:title>" + title
                + "</news:title><news:publication_date>" + day
                + "</news:publication_date></news:news></url></urlset>";
    }

    private static String rss(String... bodies) {
        StringBuilder rss = new StringBuilder("<rss><channel>");
        for (String body : bodies) {
            rss.append("<item><link>https://example.com/")
                    .append(body.replaceAll("\\W", ""))
                    .append("</link><content:encoded>")
                    .append(body)
                    .append("</content:encoded></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    private static List<String> bodies(Batch batch) {
        return batch.sightings().stream()
                .map(sighting -> sighting instanceof Sighting.Found found
                        ? found.article().body()
                        : sighting.toString())
                .toList();
    }
}
