package io.outlay.ingest.page;

import crawlercommons.domains.EffectiveTldFinder;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.CanonicalUrl;
import io.outlay.ingest.article.PublicationDate;
import io.outlay.ingest.article.RefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the article off a web page: its text, and what the page says about it. */
public final class PageReader {
    /** Pages that people read are at most 60 elements deep and have a few thousand; others are made to tire their reader. */
    static final int MAX_DEPTH = 100;

    static final int MAX_ELEMENTS = 50_000;

    /** Stands for the address of a page that has none, so that links can be resolved. */
    private static final String NOWHERE = "https://page.invalid/";

    /** A headline that ends in {@code | The Paper} or {@code - The Paper}. */
    private static final Pattern SITE_NAME = Pattern.compile("^(.{15,}?)\\s+(?:[|–—»:-]|::)\\s+[^|–—»]{2,40}$");

    /** Names of meta elements for the day of publication, as various content systems write them; case does not matter. */
    private static final List<String> META_DATES = List.of(
            "datePublished",
            "rnews:datePublished",
            "article:published",
            "article.published",
            "article:publish_date",
            "article_date_original",
            "OriginalPublicationDate",
            "publishdate",
            "publish-date",
            "publish_date",
            "published_time",
            "pubdate",
            "pub_date",
            "publication_date",
            "publication-date",
            "citation_publication_date",
            "parsely-pub-date",
            "sailthru.date",
            "bt:pubdate",
            "cXenseParse:recs:publishtime",
            "mediator_published_time",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "dcterms.date",
            "dcterms.created",
            "date");

    private static final String TIMES = "article time[datetime], main time[datetime], time[pubdate]";

    /** Classes of the time of a change. */
    private static final Pattern OTHER_TIME = Pattern.compile("updat|modif|edited", Pattern.CASE_INSENSITIVE);

    /** Below this the page may have hidden its text from us. */
    private static final int SHORT_BODY_CHARS = 250;

    private final Document page;
    private final @Nullable String address;
    private final Telling telling;
    private final JsonLd jsonLd;
    private final Map<String, String> metas;
    private final SortedMap<String, String> why = new TreeMap<>();

    private PageReader(Document page, @Nullable String address) {
        this.page = page;
        this.address = address;
        this.telling = Telling.of(page);
        this.jsonLd = JsonLd.of(telling, address);
        this.metas = metas(telling);
    }

    /**
     * Reads a page; one without an article gives a draft without a body.
     *
     * @param address where it was fetched, null when unknown
     * @param charset what the server said, null when it said nothing; it is believed where the bytes allow it
     * @throws RefusedException if the page is such as no person reads
     */
    public static Page read(byte[] html, @Nullable String address, @Nullable String charset) {
        String base = address == null ? NOWHERE : address;
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        Document page = Jsoup.parse(TextCharset.decoded(CodeInMarkup.removed(html), charset), base, parser);
        return new PageReader(page, address).page();
    }

    private Page page() {
        String title = title();
        String url = url();
        String publishedAt = publishedAt();
        String source = source();
        String language = language();
        String body = body(title); // takes the page apart, so it comes last
        return new Page(new ArticleDraft(null, url, title, body, publishedAt, null, source, language, null), why);
    }

    private @Nullable String body(@Nullable String title) {
        String text = BodyText.of(page, Titles.of(telling, title));
        Optional<String> inData = jsonLd.text("articleBody");
        boolean betterInData =
                text.length() < SHORT_BODY_CHARS && inData.map(String::length).orElse(0) > text.length();
        return betterInData
                ? pick("body", says("JSON-LD articleBody", () -> inData))
                : pick("body", says("the page's main text", () -> Optional.of(text)));
    }

    /**
     * The page's own word counts when it names a page on the same site: some name their front page, or a paper that they copied
     * from, and copies are kept as evidence of their own.
     */
    private @Nullable String url() {
        return pick(
                "url",
                says("link rel=canonical", () -> attribute("link[rel=canonical]", "abs:href")
                        .filter(this::mayBeThisPage)),
                says("og:url", () -> meta("og:url").filter(this::mayBeThisPage)),
                says("the address", () -> Optional.ofNullable(address)));
    }

    private boolean mayBeThisPage(String url) {
        Optional<CanonicalUrl> named = CanonicalUrl.of(url);
        if (named.isEmpty() || url.startsWith(NOWHERE)) {
            return false;
        }
        boolean isFrontPage = named.get().identity().equals(named.get().host());
        return CanonicalUrl.of(address)
                .map(fetched ->
                        !isFrontPage && isOneSite(fetched.host(), named.get().host()))
                .orElse(true);
    }

    /** {@code m.example.co.uk} and {@code example.co.uk} are, {@code a.blogspot.com} and {@code b.blogspot.com} are not. */
    private static boolean isOneSite(String host, String other) {
        if (host.equals(other)) {
            return true;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain != null && domain.equals(EffectiveTldFinder.getAssignedDomain(other, true, false));
    }

    private @Nullable String title() {
        return pick(
                "title",
                says("JSON-LD headline", () -> jsonLd.text("headline").map(PageReader::plain)),
                says("og:title", () -> meta("og:title").map(PageReader::withoutSiteName)),
                says("h1", () -> telling.first("h1").map(Element::text)),
                says("title", () -> Optional.of(page.title()).map(PageReader::withoutSiteName)));
    }

    /** Never what the server calls Last-Modified: that is when a machine last wrote the page. */
    private @Nullable String publishedAt() {
        return pick(
                "publishedAt",
                date("JSON-LD datePublished", () -> jsonLd.text("datePublished")),
                date("article:published_time", () -> meta("article:published_time")
                        .or(() -> meta("og:published_time"))),
                date("meta", this::metaDate),
                date("itemprop=datePublished", () -> attribute("[itemprop=datePublished][content]", "content")),
                date("time", () -> attribute("time[itemprop=datePublished][datetime]", "datetime")),
                date("time", this::timeElement),
                date("the address", this::dayInAddress),
                date("JSON-LD dateCreated", () -> jsonLd.text("dateCreated")));
    }

    private Optional<String> metaDate() {
        return META_DATES.stream()
                .flatMap(name -> meta(name).stream())
                .filter(printed -> PublicationDate.normalise(printed) != null)
                .findFirst();
    }

    /** The article's own time comes before that of its last change and of other articles. */
    private Optional<String> timeElement() {
        return telling.all(TIMES)
                .filter(time -> !OTHER_TIME.matcher(PageNoise.names(time)).find())
                .filter(time -> time.closest("aside, nav, footer") == null)
                .map(time -> time.attr("datetime").strip())
                .findFirst();
    }

    private Optional<String> dayInAddress() {
        return Optional.ofNullable(address).flatMap(DayInAddress::of);
    }

    private @Nullable String source() {
        return pick(
                "source",
                says("og:site_name", () -> meta("og:site_name")),
                says("JSON-LD publisher", () -> jsonLd.text("publisher")),
                says("application-name", () -> meta("application-name")));
    }

    private @Nullable String language() {
        return pick(
                "language",
                says("JSON-LD inLanguage", () -> jsonLd.text("inLanguage")),
                says("html lang", () -> attribute("html[lang]", "lang")
                        .or(() -> attribute("html[xml:lang]", "xml:lang"))),
                says("og:locale", () -> meta("og:locale")),
                says("content-language", () -> attribute("meta[http-equiv=content-language]", "content")));
    }

    private Optional<String> meta(String name) {
        return Optional.ofNullable(metas.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Name in small letters → content, the first of each name. */
    private static Map<String, String> metas(Telling telling) {
        Map<String, String> metas = new HashMap<>();
        for (Element meta : telling.all("meta").toList()) {
            for (String naming : List.of("property", "name", "itemprop")) {
                String name = meta.attr(naming).strip().toLowerCase(Locale.ROOT);
                metas.putIfAbsent(name, meta.attr("content").strip());
            }
        }
        return metas;
    }

    private Optional<String> attribute(String selector, String attribute) {
        return telling.first(selector).map(element -> element.attr(attribute).strip());
    }

    private static String plain(String html) {
        boolean isPlain = html.indexOf('<') < 0 && html.indexOf('&') < 0;
        return isPlain ? html.strip() : Jsoup.parse(html).text();
    }

    private static String withoutSiteName(String title) {
        Matcher named = SITE_NAME.matcher(title);
        return named.matches() ? named.group(1) : title;
    }

    /** One place that may have the field, looked at when those before it have not. */
    private record Candidate(String basis, Supplier<Optional<String>> place) {}

    private static Candidate says(String basis, Supplier<Optional<String>> place) {
        return new Candidate(basis, () -> place.get().filter(text -> !text.isBlank()));
    }

    private static Candidate date(String basis, Supplier<Optional<String>> printed) {
        return new Candidate(
                basis, () -> printed.get().flatMap(text -> Optional.ofNullable(PublicationDate.normalise(text))));
    }

    /** The first place that has it, noted in {@link Page#why}. */
    private @Nullable String pick(String field, Candidate... candidates) {
        for (Candidate candidate : candidates) {
            Optional<String> value = candidate.place().get();
            if (value.isPresent()) {
                why.put(field, candidate.basis());
                return value.get();
            }
        }
        return null;
    }
}
