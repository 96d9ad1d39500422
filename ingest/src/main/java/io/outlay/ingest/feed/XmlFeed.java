package io.outlay.ingest.feed;

import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.feed.Feed.Entry;
import io.outlay.ingest.page.HtmlText;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS, RDF, Atom, OPML and the sitemaps of news, whatever prefixes they use: elements go by the name behind the colon, in any case. */
final class XmlFeed {
    private static final Set<String> ENTRY_NAMES = Set.of("item", "entry");

    /** Their elements have the names of an entry's own and mean something else: a picture's title, a podcast's summary. */
    private static final Set<String> FOREIGN_PREFIXES =
            Set.of("media", "itunes", "geo", "georss", "psc", "thr", "slash");

    private XmlFeed() {}

    static Optional<Feed> read(Document xml) {
        Element root = xml.children().stream()
                .filter(element -> kind(element) != null)
                .findFirst()
                .or(() -> xml.getAllElements().stream()
                        .filter(element -> kind(element) != null)
                        .findFirst())
                .orElse(null);
        if (root == null) {
            return Optional.empty();
        }
        String kind = Objects.requireNonNull(kind(root));
        if (kind.equals("opml")) {
            return Optional.of(new Feed(kind, text(root, "title"), null, List.of(), outlines(root)));
        }
        if (kind.equals("sitemap")) {
            return Optional.of(NewsSitemap.read(root));
        }
        Element channel = child(root, "channel").orElse(root);
        String language = first(text(channel, "language"), blankToNull(root.attr("xml:lang")));
        String title = text(channel, "title");
        List<Entry> entries = new ArrayList<>();
        for (Element element : root.getAllElements()) {
            if (ENTRY_NAMES.contains(name(element)) && !FOREIGN_PREFIXES.contains(prefix(element))) {
                entries.add(entry(element, title, language));
            }
        }
        return Optional.of(new Feed(kind, title, language, entries, List.of()));
    }

    private static @Nullable String kind(Element element) {
        return switch (name(element)) {
            case "rss" -> "rss";
            case "rdf" -> "rdf";
            case "channel" -> "rss";
            case "feed", "entry" -> "atom";
            case "opml" -> "opml";
            case "urlset", "sitemapindex" -> "sitemap";
            default -> null;
        };
    }

    private static Entry entry(Element entry, @Nullable String feedTitle, @Nullable String language) {
        String full = first(html(entry, "encoded"), html(entry, "content"), html(entry, "fulltext"));
        String teaser = first(html(entry, "description"), html(entry, "summary"), html(entry, "abstract"));
        String body = full != null ? full : teaser;
        String published = Stream.of("pubdate", "published", "date", "issued", "updated", "created", "modified")
                .map(name -> text(entry, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        ArticleDraft draft = new ArticleDraft(
                null,
                link(entry),
                plain(text(entry, "title")),
                body,
                published,
                null,
                first(child(entry, "source").map(XmlFeed::sourceTitle).orElse(null), feedTitle),
                first(text(entry, "language"), blankToNull(entry.attr("xml:lang")), language),
                null);
        return Entry.ofFeed(draft, full != null);
    }

    /** The page that the entry is about: what a feed service hid behind its own link, else the link, else a permanent id. */
    private static @Nullable String link(Element entry) {
        return Stream.of(
                        text(entry, "origlink"),
                        atomLink(entry),
                        text(entry, "link"),
                        child(entry, "guid")
                                .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                                .map(Element::text)
                                .orElse(null),
                        text(entry, "id"),
                        entry.attr("rdf:about"),
                        entry.attr("href"))
                .map(link -> absolute(entry, link))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String atomLink(Element entry) {
        return entry.children().stream()
                .filter(element -> name(element).equals("link") && element.hasAttr("href"))
                .filter(element -> Set.of("", "alternate").contains(element.attr("rel")))
                .map(element -> element.attr("href"))
                .findFirst()
                .orElse(null);
    }

    /** @return null when the link leads to no page on the web */
    private static @Nullable String absolute(Element where, @Nullable String link) {
        if (link == null || link.isBlank()) {
            return null;
        }
        String url = link.strip();
        for (Element element = where; element != null; element = element.parent()) {
            url = resolve(element.attr("xml:base"), url);
        }
        url = resolve(where.baseUri(), url);
        return url.matches("(?i)https?://.*") && !url.startsWith(FeedReader.NOWHERE) ? url : null;
    }

    private static String resolve(String base, String link) {
        try {
            return base.isEmpty() ? link : URI.create(base).resolve(link).toString();
        } catch (IllegalArgumentException notAnAddress) {
            return link;
        }
    }

    private static List<String> outlines(Element root) {
        return root.getAllElements().stream()
                .filter(element -> name(element).equals("outline"))
                .flatMap(element -> element.attributes().asList().stream())
                .filter(attribute -> attribute.getKey().equalsIgnoreCase("xmlUrl"))
                .map(attribute -> attribute.getValue().strip())
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }

    /** Marked-up text of a child as plain paragraphs. */
    private static @Nullable String html(Element parent, String name) {
        return child(parent, name).map(XmlFeed::html).orElse(null);
    }

    /** Markup stands in feeds as elements, as escaped text, or as text that only looks like it. */
    private static @Nullable String html(Element element) {
        if (!element.children().isEmpty()) {
            return blankToNull(HtmlText.of(element));
        }
        String text = element.wholeText();
        boolean isPlain =
                element.attr("type").equals("text") || element.attr("type").equals("text/plain");
        return blankToNull(isPlain ? text.strip() : HtmlText.of(text));
    }

    private static @Nullable String sourceTitle(Element source) {
        String title = text(source, "title");
        return title != null ? title : blankToNull(source.ownText());
    }

    private static @Nullable String plain(@Nullable String title) {
        return title == null ? null : blankToNull(HtmlText.of(title).replace("\n\n", " "));
    }

    private static @Nullable String text(Element parent, String name) {
        return child(parent, name)
                .map(Element::wholeText)
                .map(XmlFeed::blankToNull)
                .orElse(null);
    }

    /** The first child of that name that is not empty; one without a foreign prefix. */
    private static Optional<Element> child(Element parent, String name) {
        return parent.children().stream()
                .filter(element -> name(element).equals(name) && !FOREIGN_PREFIXES.contains(prefix(element)))
                .filter(element -> element.hasText() || !element.children().isEmpty())
                .findFirst();
    }

    /** Children of that name, whatever their prefix. */
    static List<Element> named(Element parent, String name) {
        return parent.children().stream()
                .filter(element -> name(element).equals(name))
                .toList();
    }

    private static String name(Element element) {
        String tag = element.tagName();
        return tag.substring(tag.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String prefix(Element element) {
        String tag = element.tagName();
        return tag.substring(0, Math.max(0, tag.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
