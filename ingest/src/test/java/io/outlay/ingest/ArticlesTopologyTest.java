package io.outlay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticlesTopologyTest {
    private static final Instant NINE = Instant.parse("2025-02-25T09:00:00Z");
    private static final Instant TEN = Instant.parse("2025-02-25T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2025-02-25T11:00:00Z");

    private final ArticlesTopologyDriver topology = new ArticlesTopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void publishesWhatASourceSaw() {
        topology.raw(seen("Meta will spend more.", TEN));
        assertEquals(List.of("a1: Meta will spend more. @10"), published());
    }

    @Test
    void writesNothingForAnUnchangedArticle() {
        topology.raw(seen("Meta will spend more.", TEN));
        topology.raw(seen("Meta will spend more.", ELEVEN));
        assertEquals(List.of("a1: Meta will spend more. @10"), published());
    }

    @Test
    void aLaterFetchedVersionReplacesTheText() {
        topology.raw(seen("Meta will spend more.", TEN));
        topology.raw(seen("Meta will spend less.", ELEVEN));
        assertEquals(List.of("a1: Meta will spend more. @10", "a1: Meta will spend less. @10"), published());
    }

    @Test
    void aVersionThatComesLateButWasFetchedEarlierOnlyTellsWhenTheArticleWasFirstSeen() {
        topology.raw(seen("Meta will spend less.", TEN));
        topology.raw(seen("Meta will spend more.", NINE));
        assertEquals(List.of("a1: Meta will spend less. @10", "a1: Meta will spend less. @9"), published());
    }

    @Test
    void theTextComesBackWhenItIsSeenAgainAfterARevision() {
        topology.raw(seen("Meta will spend more.", NINE));
        topology.raw(seen("Meta will spend more.", ELEVEN));
        topology.raw(seen("Meta will spend less.", TEN));
        assertEquals(List.of("a1: Meta will spend more. @9"), published());
    }

    @Test
    void aRetractionLeavesATombstoneAndANewerVersionRevivesTheArticle() {
        topology.raw(seen("Meta will spend more.", NINE));
        topology.raw(RawArticle.retraction("a1", TEN));
        topology.raw(RawArticle.retraction("a1", ELEVEN));
        topology.raw(seen("Meta will spend after all.", ELEVEN.plusSeconds(1)));
        assertEquals(
                List.of("a1: Meta will spend more. @9", "a1: gone", "a1: Meta will spend after all. @9"), published());
    }

    @Test
    void aRetractionOfAnUnknownArticleWritesNothingButOutranksOlderVersions() {
        topology.raw(RawArticle.retraction("a1", TEN));
        topology.raw(seen("Meta will spend more.", NINE));
        assertEquals(List.of(), published());
    }

    @Test
    void datesAreBroughtToOneShape() {
        topology.raw(dated("Tue, 25 Feb 2025 09:00:00 +0100"));
        assertEquals("2025-02-25T08:00:00Z", topology.articles().get(0).value.publishedAt());
    }

    @Test
    void oddDatesPassAndWhatIsNoDateIsDropped() {
        topology.raw(dated("2099-01-01"));
        topology.raw("a2", json(dated("1900-01-01")).replace("\"a1\"", "\"a2\""));
        topology.raw("a3", json(dated("soon")).replace("\"a1\"", "\"a3\""));
        var articles = topology.articles();
        assertEquals("2099-01-01", articles.get(0).value.publishedAt());
        assertEquals("1900-01-01", articles.get(1).value.publishedAt());
        assertNull(articles.get(2).value.publishedAt());
    }

    @Test
    void aTimestampIsTheEventTimeButNeverInTheFuture() {
        topology.raw(dated("2025-02-24"));
        topology.raw("a2", json(dated("2099-01-01")).replace("\"a1\"", "\"a2\""));
        var articles = topology.timestampedArticles();
        assertEquals(Instant.parse("2025-02-24T00:00:00Z"), articles.get(0).getRecordTime());
        assertEquals(ArticlesTopologyDriver.NOW, articles.get(1).getRecordTime());
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheStreamGoesOn() {
        topology.raw("a1", "{\"id\":\"a1\",");
        topology.raw(
                "a1", "{\"id\":\"a1\",\"article\":7,\"fetchedAt\":\"2025-02-25T10:00:00Z\",\"contentHash\":\"x\"}");
        topology.raw("a1", null);
        topology.raw("a2", json(seen("The key is of another article.", TEN)));
        topology.raw(seen("x".repeat(Article.MAX_BODY_BYTES) + "!", TEN));
        topology.raw(seen("Meta will spend more.", TEN));

        var causes = topology.deadLetterMessages();
        assertEquals(5, causes.size(), causes.toString());
        assertTrue(causes.get(0).contains("not a valid RawArticle"), causes.get(0));
        assertTrue(causes.get(1).contains("article"), causes.get(1));
        assertTrue(causes.get(2).contains("the value is empty"), causes.get(2));
        assertTrue(causes.get(3).contains("the key 'a2' is not the article's id"), causes.get(3));
        assertTrue(causes.get(4).contains("1048577 bytes"), causes.get(4));
        assertEquals(List.of("a1: Meta will spend more. @10"), published());
    }

    @Test
    void aBodyOfExactlyTheLimitPasses() {
        topology.raw(seen("é".repeat(Article.MAX_BODY_BYTES / 2), TEN));
        assertEquals(1, topology.articles().size());
    }

    @Test
    void doesNotGrowWhileAnArticleIsSeenUnchanged() {
        topology.raw(seen("Meta will spend more.", NINE));
        assertTrue(topology.changelogBytes(NewestArticle.NEWEST) > 0);
        for (int i = 1; i <= 100; i++) {
            topology.raw(seen("Meta will spend more.", NINE.plus(Duration.ofMinutes(i))));
        }
        assertEquals(0, topology.changelogBytes(NewestArticle.NEWEST));
    }

    private static RawArticle seen(String body, Instant at) {
        return RawArticle.seen(new Article("a1", null, null, body, null, at, null, null), at);
    }

    private static RawArticle dated(String publishedAt) {
        return RawArticle.seen(new Article("a1", null, null, "Meta will spend.", publishedAt, TEN, null, null), TEN);
    }

    private static String json(RawArticle raw) {
        return new String(Json.bytes(raw), StandardCharsets.UTF_8);
    }

    /** Each article as {@code id: body @hour first seen}. */
    private List<String> published() {
        return topology.articles().stream()
                .map(record -> record.key + ": "
                        + (record.value == null ? "gone" : record.value.body() + " @" + hour(record.value.fetchedAt())))
                .toList();
    }

    private static int hour(Instant instant) {
        return instant.atOffset(java.time.ZoneOffset.UTC).getHour();
    }
}
