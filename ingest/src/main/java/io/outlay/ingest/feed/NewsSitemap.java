package io.outlay.ingest.feed;

import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.PublicationDate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A site's list of its articles of the last two days, as
 * <a href="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap">Google's news sitemaps</a> have it:
 * addresses, headlines and days, no texts. What a sitemap lists beside its news is no article.
 */
final class NewsSitemap {
    private NewsSitemap() {}

    /** @param root {@code urlset}, or {@code sitemapindex} with the addresses of other sitemaps */
    static Feed read(Element root) {
        List<Feed.Entry> entries = XmlFeed.named(root, "url").stream()
                .flatMap(url -> XmlFeed.named(url, "news").stream().limit(1).map(news -> entry(url, news)))
                .toList();
        List<String> sitemaps = XmlFeed.named(root, "sitemap").stream()
                .sorted(Comparator.comparing(NewsSitemap::lastChange).reversed())
                .map(sitemap -> text(sitemap, "loc"))
                .flatMap(Optional::stream)
                .toList();
        return new Feed("sitemap", null, null, entries, sitemaps);
    }

    /** The newest first: that is where the news is. Those that do not say come last, in their order. */
    private static Instant lastChange(Element sitemap) {
        Instant said = PublicationDate.toInstant(
                PublicationDate.normalise(text(sitemap, "lastmod").orElse(null)));
        return said == null ? Instant.MIN : said;
    }

    private static Feed.Entry entry(Element url, Element news) {
        ArticleDraft draft = new ArticleDraft(
                null,
                text(url, "loc").orElse(null),
                text(news, "title").orElse(null),
                null,
                text(news, "publication_date").orElse(null),
                null,
                of(news, "publication", "name"),
                of(news, "publication", "language"),
                null);
        return Feed.Entry.headline(draft, new TreeMap<>());
    }

    private static @Nullable String of(Element parent, String name, String child) {
        return XmlFeed.named(parent, name).stream()
                .findFirst()
                .flatMap(element -> text(element, child))
                .orElse(null);
    }

    private static Optional<String> text(Element parent, String name) {
        return XmlFeed.named(parent, name).stream()
                .map(element -> element.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
