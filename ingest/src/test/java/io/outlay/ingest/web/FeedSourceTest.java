package io.outlay.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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

class FeedSourceTest {
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-25T09:00:00Z"), ZoneOffset.UTC);

    private final NewsServer server = new NewsServer();
    private final WebClient client =
            new WebClient(AddressGuard.anywhere(), "outlay-test/1", Duration.ofSeconds(20), CLOCK);
    private final PageFetcher pages = new PageFetcher(client, new Robots(client, CLOCK), Duration.ZERO, CLOCK);
    private final FeedSource source = source(FeedSource.Manner.every(INTERVAL, pages), CLOCK);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void handsOnWhatIsNewOrHasChanged() {
        server.serve("/feed", NewsServer.text(rss(entry("a", "One."), entry("b", "Two."))));
        Batch first = source.poll(null);
        assertEquals(List.of("One.", "Two."), bodies(first));
        server.serve(
                "/feed", NewsServer.text(rss(entry("a", "One."), entry("b", "Two, corrected."), entry("c", "Three."))));
        Batch second = source.poll(first.next());
        assertEquals(List.of("Two, corrected.", "Three."), bodies(second));
        assertEquals(List.of(), bodies(source.poll(second.next())));
        assertEquals(INTERVAL, second.rest());
    }

    @Test
    void anArticleIsSeenWhenItIsFetched() {
        server.serve("/feed", NewsServer.text(rss(entry("a", "One."))));
        var found = (Sighting.Found) source.poll(null).sightings().get(0);
        assertEquals(CLOCK.instant(), found.article().fetchedAt());
    }

    @Test
    void saysHowAnEntryWithItsFullTextWasRead() {
        server.serve("/feed", NewsServer.text(rss(entry("a", "One."))));
        var found = (Sighting.Found) source.poll(null).sightings().get(0);
        assertEquals(
                "{body=the feed's full text, url=the feed's link}", found.why().toString());
    }

    @Test
    void asksWithTheValidatorsOfTheLastAnswer() {
        server.serve("/feed", NewsServer.text(rss(entry("a", "One.")), "ETag", "\"7\"", "Last-Modified", "then"));
        Batch first = source.poll(null);
        server.serve("/feed", NewsServer.status(304));
        Batch second = source.poll(first.next());
        assertEquals("/feed \"7\" then", server.asked.get(1));
        assertEquals("\"7\"", FeedPosition.read(second.next()).etag());
        assertEquals(
                FeedPosition.read(first.next()).seen(),
                FeedPosition.read(second.next()).seen());
        assertEquals(List.of(), bodies(second));
    }

    @Test
    void aFeedInTroubleRestsLongerEachTimeAndRecovers() {
        server.serve("/feed", NewsServer.status(500));
        Batch first = source.poll(null);
        Batch second = source.poll(first.next());
        assertEquals(INTERVAL.multipliedBy(2), first.rest());
        assertEquals(INTERVAL.multipliedBy(4), second.rest());
        assertEquals("the server answers 500", error(second));
        Batch last = second;
        for (int i = 0; i < 30; i++) {
            last = source.poll(last.next());
        }
        assertEquals(Duration.ofDays(1), last.rest());
        server.serve("/feed", NewsServer.text(rss(entry("a", "One."))));
        Batch well = source.poll(last.next());
        assertEquals(INTERVAL, well.rest());
        assertNull(error(well));
    }

    @Test
    void restsAsLongAsTheServerAsks() {
        server.serve("/feed", NewsServer.status(429, "Retry-After", "7200"));
        assertEquals(Duration.ofHours(2), source.poll(null).rest());
    }

    @Test
    void aPositionTellsHowTheFeedIs() {
        server.serve("/feed", NewsServer.text(rss(entry("a", "One."), entry("b", "Two."))));
        Batch good = source.poll(null);
        assertEquals(
                new FeedState(
                        2, 0, null, CLOCK.instant(), CLOCK.instant().plus(INTERVAL), new FeedState.Counts(1, 2, 0, 0)),
                FeedSource.stateAt(good.next()));
        server.serve("/feed", NewsServer.status(500));
        Instant later = CLOCK.instant().plus(INTERVAL.multipliedBy(2));
        assertEquals(
                new FeedState(2, 1, "the server answers 500", CLOCK.instant(), later, new FeedState.Counts(2, 2, 0, 1)),
                FeedSource.stateAt(source.poll(good.next()).next()));
    }

    @Test
    void aFeedThatIsGoneIsLeftAlone() {
        server.serve("/feed", NewsServer.status(410));
        assertEquals(FeedSource.FOR_GOOD, source.poll(null).rest());
    }

    @Test
    void aRestartDoesNotShortenItsRest() {
        server.serve("/feed", NewsServer.status(410));
        String gone = source.poll(null).next();
        Clock dayAfter = Clock.offset(CLOCK, Duration.ofDays(1));
        FeedSource restarted = source(FeedSource.Manner.every(INTERVAL, pages), dayAfter);
        assertEquals(FeedSource.FOR_GOOD.minusDays(1), restarted.restAt(gone));
        assertEquals(Duration.ZERO, restarted.restAt(null));
        server.serve("/feed", NewsServer.text(rss(entry("a", "One."))));
        assertEquals(Duration.ZERO, restarted.restAt(source.poll(null).next()));
    }

    @Test
    void whatIsNoFeedIsAFailureAndNoException() {
        server.serve("/feed", NewsServer.text("<html>Sorry</html>"));
        Batch none = source.poll(null);
        assertEquals(List.of(), none.sightings());
        assertEquals("the answer is no feed", error(none));
        server.close();
        String away = error(source.poll(null));
        assertTrue(away.contains("/feed"), away);
    }

    @Test
    void aTeaserIsReplacedByItsPage() {
        String text = "The company will spend about nine billion dollars on new data centres in the coming year. ";
        server.serve(
                "/page",
                NewsServer.text("<article><p>" + text.repeat(3) + "</p><p>" + text.repeat(4) + "</p></article>"));
        server.serve("/feed", NewsServer.text(rss(teaser("/page", "Read on."))));
        var found = (Sighting.Found) source.poll(null).sightings().get(0);
        assertTrue(found.article().body().startsWith(text), found.article().body());
        assertEquals(List.of("/feed", "/robots.txt", "/page"), server.asked);
    }

    @Test
    void thePagesOfANewsSitemapAreFetchedAndHaveItsDayWhereTheySayNone() {
        String text = "The company will spend about nine billion dollars on new data centres in the coming year. ";
        server.serve("/page", NewsServer.text("<article><p>" + text.repeat(3) + "</p></article>"));
        server.serve(
                "/feed",
                NewsServer.text(
                        "<urlset><url><loc>" + server.at("/page") + "</loc><news:news><news:title>Firm builds"
                                + "</news:title><news:publication_date>2025-02-24</news:publication_date></news:news></url></urlset>"));
        var found = (Sighting.Found) source.poll(null).sightings().get(0);
        assertTrue(found.article().body().startsWith(text), found.article().body());
        assertEquals("2025-02-24", found.article().publishedAt());
        assertEquals("feed", found.why().get("publishedAt"));
    }

    @Test
    void aPageThatRobotsMayNotFetchLeavesTheTeaser() {
        server.serve("/robots.txt", NewsServer.text("User-agent: *\nDisallow: /page"));
        server.serve("/feed", NewsServer.text(rss(teaser("/page", "Read on."))));
        assertEquals(List.of("Read on."), bodies(source.poll(null)));
        assertEquals(List.of("/feed", "/robots.txt"), server.asked);
    }

    @Test
    void whileRobotsCannotBeAskedNoPageIsFetched() throws Exception {
        server.serve("/robots.txt", NewsServer.status(503));
        assertEquals(
                new Sighting.Refused(
                        server.at("/page").toString(),
                        "the site's robots.txt does not allow " + server.at("/page") + ", or cannot be had"),
                pages.read(server.at("/page"), null));
    }

    /** A mistaken or malicious year of rest must not end a feed. */
    @Test
    void noServerIsLeftAloneForMoreThanAWeekUnlessItIsGone() {
        server.serve("/feed", NewsServer.status(503, "Retry-After", "999999999"));
        assertEquals(Duration.ofDays(7), source.poll(null).rest());
        server.serve("/feed", NewsServer.status(503, "Retry-After", "Tue, 25 Feb 2025 11:00:00 GMT"));
        assertEquals(Duration.ofHours(2), source.poll(null).rest());
        server.serve("/feed", NewsServer.status(503, "Retry-After", "soon"));
        assertEquals(INTERVAL.multipliedBy(2), source.poll(null).rest());
    }

    @Test
    void anArticleWhosePageIsGoneIsRetractedWhenRemovalsAreFollowed() {
        var follows = source(new FeedSource.Manner(INTERVAL, pages, pages, Instant.EPOCH), CLOCK);
        server.serve("/a", NewsServer.text("One."));
        server.serve("/feed", NewsServer.text(rss(full("/a", "One."), full("/b", "Two."))));
        Batch first = follows.poll(null);
        assertEquals(List.of("One.", "Two."), bodies(first));
        String id = ((Sighting.Found) first.sightings().get(0)).article().id();
        server.serve("/a", NewsServer.status(410));
        server.serve("/feed", NewsServer.status(304));
        Batch second = follows.poll(first.next());
        assertEquals(
                List.of(new Sighting.Gone(id, CLOCK.instant(), server.at("/a").toString())), second.sightings());
        assertEquals(List.of(), follows.poll(second.next()).sightings(), "404 says nothing, and 410 is said once");
        assertEquals(List.of(), source.poll(first.next()).sightings());
    }

    @Test
    void aTeaserWhosePageIsGoneIsNoArticleWhenRemovalsAreFollowed() {
        var follows = source(new FeedSource.Manner(INTERVAL, pages, pages, Instant.EPOCH), CLOCK);
        server.serve("/page", NewsServer.status(410));
        server.serve("/feed", NewsServer.text(rss(teaser("/page", "Read on."))));
        assertInstanceOf(Sighting.Gone.class, follows.poll(null).sightings().get(0));
        assertEquals(List.of("Read on."), bodies(source.poll(null)));
    }

    /** A crawl delay of minutes: the first page is read, the others wait and are no teasers meanwhile. */
    @Test
    void whatASiteWantsLaterIsLeftForLater() {
        String text = "The company will spend about nine billion dollars on new data centres in the coming year. ";
        server.serve("/robots.txt", NewsServer.text("User-agent: *\nCrawl-delay: 290"));
        server.serve("/a", NewsServer.text("<article><p>" + text.repeat(3) + "</p></article>"));
        server.serve(
                "/feed", NewsServer.text(rss(teaser("/a", "Read on."), teaser("/b", "Read on.")), "ETag", "\"7\""));
        Batch first = source.poll(null);
        assertEquals(List.of(text.repeat(3).strip()), bodies(first));
        assertEquals(1, FeedPosition.read(first.next()).seen().size());
        assertNull(FeedPosition.read(first.next()).etag());
        assertEquals(Duration.ofSeconds(30), first.rest());
        assertEquals(List.of("/feed", "/robots.txt", "/a"), server.asked);
    }

    @Test
    void aSourceThatPeopleSetAnewIsAskedAtOnce() {
        server.serve("/feed", NewsServer.status(410));
        String gone = source.poll(null).next();
        var again = source(
                new FeedSource.Manner(INTERVAL, pages, null, CLOCK.instant().plusSeconds(1)), CLOCK);
        assertEquals(Duration.ZERO, again.restAt(gone));
    }

    private FeedSource source(FeedSource.Manner manner, Clock clock) {
        return new FeedSource(server.at("/feed"), manner, client, clock, () -> 0);
    }

    private static String error(Batch batch) {
        return FeedSource.stateAt(batch.next()).error();
    }

    private String full(String path, String body) {
        return "<item><link>" + server.at(path) + "</link><content:encoded>" + body + "</content:encoded></item>";
    }

    private static List<String> bodies(Batch batch) {
        return batch.sightings().stream()
                .map(sighting -> sighting instanceof Sighting.Found found
                        ? found.article().body()
                        : sighting.toString())
                .toList();
    }

    private static String rss(String... entries) {
        return "<rss><channel><title>The Paper</title>" + String.join("", entries) + "</channel></rss>";
    }

    private static String entry(String name, String body) {
        return "<item><link>https://example.com/" + name + "</link><content:encoded>" + body
                + "</content:encoded></item>";
    }

    private String teaser(String path, String teaser) {
        return "<item><link>" + server.at(path) + "</link><description>" + teaser + "</description></item>";
    }
}
