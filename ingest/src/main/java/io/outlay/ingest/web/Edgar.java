package io.outlay.ingest.web;

import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.feed.Feed;
import io.outlay.ingest.page.HtmlText;
import io.outlay.ingest.page.TextCharset;
import io.outlay.ingest.source.Sighting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Filings with the American exchange commission: {@code edgar:8-k} is what is filed on form 8-K just now, the form itself and its
 * press releases (exhibits 99); {@code edgar:WORDS} is what the full-text search finds among filings on that form.
 *
 * <p>The commission wants to know who asks (a user agent with an address for mail) and to be asked at most ten times a second;
 * within that, machines are welcome, so its rules stand here for robots.txt.
 */
public final class Edgar {
    /** What the names of such sources begin with. */
    public static final String KIND = "edgar:";

    /** Eight times a second. */
    private static final Duration REST = Duration.ofMillis(125);

    private static final Pattern CONTACT = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern WANTED_DOCUMENT = Pattern.compile("8-K(?:/A)?|EX-99(?:\\.\\d+)?");
    private static final int MAX_DEPTH = 100;

    private final WebClient client;
    private final URI archives;
    private final URI search;
    private final Clock clock;

    /** @param client one whose user agent has an address for mail */
    public Edgar(WebClient client, Clock clock) {
        this(client, URI.create("https://www.sec.gov/"), URI.create("https://efts.sec.gov/"), clock);
    }

    Edgar(WebClient client, URI archives, URI search, Clock clock) {
        this.client = client;
        this.archives = archives;
        this.search = search;
        this.clock = clock;
    }

    public static boolean is(String name) {
        return name.regionMatches(true, 0, KIND, 0, KIND.length());
    }

    /**
     * The source of such a name.
     *
     * @throws IllegalArgumentException if the name asks for nothing, or the commission would not know who asks
     */
    public FeedSource source(String name, FeedSource.Manner manner, DoubleSupplier chance) {
        if (!CONTACT.matcher(client.userAgent()).find()) {
            throw new IllegalArgumentException(
                    "EDGAR wants to know who asks: set web.user.agent (OUTLAY_WEB_USER_AGENT)"
                            + " to your company's name and an address for mail, as in 'Example Corp news@example.com'");
        }
        return new FeedSource(
                name, list(name.substring(KIND.length()).strip()), manner, client, this::documents, clock, chance);
    }

    private URI list(String wanted) {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + KIND + "' stands alone; wanted is 'edgar:8-k', or words to search for");
        }
        return wanted.toLowerCase(Locale.ROOT).equals("8-k")
                ? archives.resolve("/cgi-bin/browse-edgar?action=getcurrent&type=8-K&count=100&output=atom")
                : search.resolve(
                        "/LATEST/search-index?forms=8-K&q=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /** The documents of a filing that say something, each an article. */
    private List<Sighting> documents(Feed.Entry entry) throws HostTurns.BusyHostException {
        String link = entry.draft().url();
        if (link == null) {
            return List.of(new Sighting.Refused(String.valueOf(entry.draft().title()), "the filing has no address"));
        }
        URI address;
        try {
            address = archives.resolve(link);
        } catch (IllegalArgumentException e) {
            return List.of(new Sighting.Refused(link, "the link is no address"));
        }
        try {
            if (!address.getPath().matches(".*-index\\.html?")) {
                return List.of(document(address, entry, ""));
            }
            List<Sighting> documents = new ArrayList<>();
            for (Element row : parsed(ask(address), address).select("table.tableFile tr")) {
                String type = row.select("td:eq(3)").text().strip();
                Element document = row.selectFirst("td:eq(2) a[href]");
                if (document != null && WANTED_DOCUMENT.matcher(type).matches()) {
                    String href = document.attr("abs:href").replaceFirst("/ix\\?doc=", "");
                    documents.add(document(URI.create(href), entry, type));
                }
            }
            return documents.isEmpty()
                    ? List.of(new Sighting.Refused(address.toString(), "the filing lists no 8-K and no exhibit 99"))
                    : documents;
        } catch (HostTurns.BusyHostException e) {
            throw e;
        } catch (FetchException | IllegalArgumentException e) {
            return List.of(new Sighting.Refused(address.toString(), String.valueOf(e.getMessage())));
        }
    }

    private Sighting document(URI address, Feed.Entry entry, String type) throws FetchException {
        Fetched answer = ask(address);
        Document page = parsed(answer, address);
        page.select("ix|header, [style*=display:none]").remove();
        ArticleDraft list = entry.draft();
        String title = list.title() == null || type.isEmpty() || list.title().startsWith(type + " ")
                ? list.title()
                : list.title() + ", " + type;
        ArticleDraft draft = new ArticleDraft(
                null,
                address.toString(),
                title,
                HtmlText.of(page),
                list.publishedAt(),
                clock.instant(),
                "SEC EDGAR",
                "en",
                null);
        SortedMap<String, String> why = new TreeMap<>(entry.why());
        why.put("body", "all of the document");
        why.putIfAbsent("publishedAt", "feed");
        try {
            return new Sighting.Found(draft.toArticle(), address.toString(), why);
        } catch (RefusedException e) {
            return new Sighting.Refused(address.toString(), String.valueOf(e.getMessage()));
        }
    }

    private Fetched ask(URI address) throws FetchException {
        Fetched answer = client.get(address, Validators.NONE, at -> REST);
        if (answer.status() != 200) {
            throw new FetchException("the server answers " + answer.status());
        }
        return answer;
    }

    private static Document parsed(Fetched answer, URI address) throws FetchException {
        try {
            @Nullable String charset = TextCharset.of(answer.body(), answer.charset());
            Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
            return Jsoup.parse(new ByteArrayInputStream(answer.body()), charset, address.toString(), parser);
        } catch (IOException e) {
            throw new FetchException("the document cannot be read: " + e.getMessage(), e);
        }
    }
}
