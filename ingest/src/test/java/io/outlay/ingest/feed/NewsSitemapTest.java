package io.outlay.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.outlay.contracts.Article;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsSitemapTest {
    @Test
    void readsTheNewsAndPassesOverOtherPages() {
        Feed feed = feed(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
                        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
                  <url><loc>https://paper.example/about</loc><lastmod>2020-01-01</lastmod></url>
                  <url>
                    <loc>https://paper.example/a</loc>
                    <image:image><image:loc>https://paper.example/a.png</image:loc><image:title>A hall</image:title></image:image>
                    <news:news>
                      <news:publication><news:name>The Paper</news:name><news:language>en</news:language></news:publication>
                      <news:publication_date>2025-02-25T09:00:00+01:00</news:publication_date>
                      <news:title><![CDATA[Firm & partner build]]></news:title>
                    </news:news>
                  </url>
                </urlset>
                """);
        assertEquals("sitemap", feed.kind());
        assertEquals(1, feed.entries().size());
        Feed.Entry entry = feed.entries().get(0);
        Article article = entry.draft().toArticle();
        assertEquals("https://paper.example/a", article.url());
        assertEquals("Firm & partner build", article.title());
        assertEquals("Firm & partner build", article.body());
        assertEquals("2025-02-25T08:00:00Z", article.publishedAt());
        assertEquals("The Paper", article.source());
        assertEquals("en", article.language());
        assertFalse(entry.full());
    }

    @Test
    void anIndexNamesOtherSitemaps() {
        Feed feed = feed(
                """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <sitemap><loc>https://paper.example/news-1.xml</loc><lastmod>2025-02-25</lastmod></sitemap>
                  <sitemap><loc> https://paper.example/news-2.xml </loc></sitemap>
                </sitemapindex>
                """);
        assertEquals(List.of("https://paper.example/news-1.xml", "https://paper.example/news-2.xml"), feed.feeds());
        assertEquals(List.of(), feed.entries());
    }

    private static Feed feed(String xml) {
        return FeedReader.read(xml.getBytes(StandardCharsets.UTF_8), null, null).orElseThrow();
    }
}
