package io.outlay.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.outlay.ingest.source.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageFetcherTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-25T09:00:00Z"), ZoneOffset.UTC);
    private static final String ARTICLE =
            "<html><body><article><p>Meta will build a data centre for ten billion dollars in Louisiana, it says,"
                    + " and the work is to begin before the end of the year.</p></article></body></html>";

    private final NewsServer here = new NewsServer();
    private final NewsServer there = new NewsServer();
    private final WebClient client =
            new WebClient(AddressGuard.anywhere(), "outlay-test/1", Duration.ofSeconds(20), CLOCK);
    private final PageFetcher pages = new PageFetcher(client, new Robots(client, CLOCK), Duration.ZERO, CLOCK);

    @AfterEach
    void close() throws Exception {
        here.close();
        there.close();
    }

    @Test
    void asksTheRobotsTxtOfTheHostThatARedirectLeadsTo() throws Exception {
        here.serve("/a", NewsServer.status(302, "Location", there.at("/b").toString()));
        there.serve("/robots.txt", NewsServer.text("User-agent: *\nDisallow: /b\n"));
        there.serve("/b", NewsServer.text(ARTICLE, "Content-Type", "text/html"));
        assertEquals(
                here.at("/a") + ": the site's robots.txt does not allow " + there.at("/b") + ", or cannot be had",
                pages.read(here.at("/a"), null).toString());
        assertEquals(List.of("/robots.txt"), there.asked);
    }

    @Test
    void followsARedirectToAHostThatAllowsIt() throws Exception {
        here.serve("/a", NewsServer.status(302, "Location", there.at("/b").toString()));
        there.serve("/robots.txt", NewsServer.text("User-agent: *\nDisallow: /c\n"));
        there.serve("/b", NewsServer.text(ARTICLE, "Content-Type", "text/html"));
        assertInstanceOf(Sighting.Found.class, pages.read(here.at("/a"), null));
        assertEquals(List.of("/robots.txt", "/b"), there.asked);
    }
}
