package io.outlay.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Article;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entries as lines: {@code url | title | body | publishedAt | source | language | full}. */
class ArticleListTest {
    @Test
    void readsAnAnswerOfGdelt() {
        String json =
                """
                {"articles": [
                 {"url": "https://zeitung.example/a", "url_mobile": "", "title": "Firma baut \\u00fcberall \\- wirklich",
                  "seendate": "20250225T091500Z", "socialimage": "", "domain": "zeitung.example", "language": "German",
                  "sourcecountry": "GM"},
                 {"url": "https://paper.example/b", "title": "Firm builds", "seendate": "20250225T093000Z",
                  "domain": "paper.example", "language": "English", "sourcecountry": "United Kingdom"}]}
                """;
        assertEquals(
                List.of(
                        "https://zeitung.example/a | Firma baut \u00fcberall - wirklich | Firma baut \u00fcberall - wirklich"
                                + " | 2025-02-25T09:15:00Z | zeitung.example | de | teaser",
                        "https://paper.example/b | Firm builds | Firm builds | 2025-02-25T09:30:00Z | paper.example | en | teaser"),
                lines(json));
        assertEquals(
                Map.of(
                        "body", "the headline, the list has no text",
                        "publishedAt", "GDELT seendate",
                        "sourceCountry", "DE"),
                feed(json).entries().get(0).why());
        assertEquals("GB", feed(json).entries().get(1).why().get("sourceCountry"));
    }

    @Test
    void codesOfFipsThatMeanAnotherCountryInIsoAreTranslated() {
        Map<String, String> isoByFips =
                Map.of("CH", "CN", "SZ", "CH", "AS", "AU", "AU", "AT", "UK", "GB", "SN", "SG", "JA", "JP");
        isoByFips.forEach((fips, iso) -> assertEquals(
                iso,
                feed("{\"articles\":[{\"seendate\":\"20250225T091500Z\",\"title\":\"T\",\"sourcecountry\":\"" + fips
                                + "\"}]}")
                        .entries()
                        .get(0)
                        .why()
                        .get("sourceCountry"),
                fips));
    }

    @Test
    void readsAnAnswerOfNewsApi() {
        assertEquals(
                List.of(
                        "https://paper.example/a | Firm builds | What it builds, in short. | 2025-02-25T09:00:00Z | The Paper | null | teaser",
                        "https://paper.example/b | Firm buys | Without a summary, the begin | 2025-02-25 | The Paper | null | teaser",
                        "https://paper.example/c | Firm sells | The whole of it. | 2025-02-25 | null | null | full",
                        "https://paper.example/d | Firm waits | Firm waits | 2025-02-25 | null | null | teaser"),
                lines(
                        """
                        {"status": "ok", "totalResults": 4, "articles": [
                         {"source": {"id": null, "name": "The Paper"}, "author": "A. Writer", "title": "Firm builds",
                          "description": "What it builds, in short.", "url": "https://paper.example/a",
                          "publishedAt": "2025-02-25T09:00:00Z", "content": "The long story of what it… [+1234 chars]"},
                         {"source": {"name": "The Paper"}, "title": "Firm buys", "description": null,
                          "url": "https://paper.example/b", "publishedAt": "2025-02-25", "content": "Without a summary, the begin… [+9 chars]"},
                         {"title": "Firm sells", "description": "Short.", "url": "https://paper.example/c",
                          "publishedAt": "2025-02-25", "content": "The whole of it."},
                         {"title": "Firm waits", "url": "https://paper.example/d", "publishedAt": "2025-02-25", "content": null}]}
                        """));
    }

    @Test
    void anAnswerWithoutArticlesIsAListWithoutEntries() {
        assertEquals(List.of(), lines("{\"status\":\"ok\",\"totalResults\":0,\"articles\":[]}"));
    }

    private static Feed feed(String json) {
        return FeedReader.read(json.getBytes(StandardCharsets.UTF_8), null, null)
                .orElseThrow();
    }

    private static List<String> lines(String json) {
        return feed(json).entries().stream()
                .map(entry -> {
                    Article article = entry.draft().toArticle();
                    return String.join(
                            " | ",
                            article.url(),
                            article.title(),
                            article.body(),
                            article.publishedAt(),
                            String.valueOf(entry.draft().source()),
                            String.valueOf(article.language()),
                            entry.full() ? "full" : "teaser");
                })
                .toList();
    }
}
