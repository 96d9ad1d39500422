package io.outlay.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Article;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source.Batch;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against answers in the shape of EDGAR's own; firm, figures and words are made up. */
class EdgarTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-25T22:00:00Z"), ZoneOffset.UTC);
    private static final String FOLDER = "/Archives/edgar/data/1234567/000123456725000010/";
    private static final String FORM =
            "<html><body><div style=\"display:none\"><ix:header>0001234567 hidden</ix:header></div><p>Item 7.01 Regulation FD</p>"
                    + "<p>On February 25, 2025, Example Corp published a release.</p></body></html>";
    private static final String RELEASE =
            "<html><body><p>Example Corp will spend $9 billion on data centers in 2025.</p>"
                    + "<table><tr><td>Capital spending</td><td>$9.0</td></tr></table></body></html>";

    private final NewsServer server = new NewsServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCurrentFilingGivesItsFormAndItsPressReleases() {
        server.serve(
                "/cgi-bin/browse-edgar",
                NewsServer.text(
                        """
                <?xml version="1.0" encoding="ISO-8859-1" ?>
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Latest Filings</title>
                <entry><title>8-K - EXAMPLE CORP (0001234567) (Filer)</title>
                <link rel="alternate" type="text/html" href="%s"/>
                <summary type="html">&lt;b&gt;Filed:&lt;/b&gt; 2025-02-25</summary>
                <updated>2025-02-25T16:31:02-05:00</updated>
                <category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
                <id>urn:tag:sec.gov,2008:accession-number=0001234567-25-000010</id></entry></feed>
                """
                                .formatted(server.at(FOLDER + "0001234567-25-000010-index.htm"))));
        server.serve(
                FOLDER + "0001234567-25-000010-index.htm",
                NewsServer.text(
                        """
                <table class="tableFile" summary="Document Format Files"><tr><th>Seq</th><th>Description</th><th>Document</th><th>Type</th><th>Size</th></tr>
                <tr><td>1</td><td>8-K</td><td><a href="/ix?doc=%1$sexc-8k.htm">exc-8k.htm</a> iXBRL</td><td>8-K</td><td>30000</td></tr>
                <tr><td>2</td><td>Release</td><td><a href="%1$sexc-ex991.htm">exc-ex991.htm</a></td><td>EX-99.1</td><td>90000</td></tr>
                <tr><td>3</td><td>Picture</td><td><a href="%1$slogo.jpg">logo.jpg</a></td><td>GRAPHIC</td><td>9000</td></tr></table>
                """
                                .formatted(FOLDER)));
        server.serve(FOLDER + "exc-8k.htm", NewsServer.text(FORM));
        server.serve(FOLDER + "exc-ex991.htm", NewsServer.text(RELEASE));
        FeedSource source = source("edgar:8-K");
        Batch batch = source.poll(null);
        List<Article> articles = articles(batch);
        assertEquals(
                List.of(
                        "Item 7.01 Regulation FD\n\nOn February 25, 2025, Example Corp published a release.",
                        "Example Corp will spend $9 billion on data centers in 2025.\n\nCapital spending\n\n$9.0"),
                articles.stream().map(Article::body).toList());
        assertEquals(
                "8-K - EXAMPLE CORP (0001234567) (Filer), EX-99.1",
                articles.get(1).title());
        assertEquals(
                server.at(FOLDER + "exc-ex991.htm").toString(), articles.get(1).url());
        assertEquals("2025-02-25T21:31:02Z", articles.get(1).publishedAt());
        assertEquals("SEC EDGAR", articles.get(1).source());
        assertEquals(List.of(), source.poll(batch.next()).sightings(), "a filing is read once");
        assertEquals("feed:edgar:8-K", source.name());
    }

    @Test
    void whatTheFullTextSearchFindsIsRead() {
        server.serve(
                "/LATEST/search-index",
                NewsServer.text(
                        """
                {"took":9,"hits":{"total":{"value":2},"hits":[
                {"_id":"0001234567-25-000010:exc-ex991.htm","_source":{"ciks":["0001234567"],"display_names":["EXAMPLE CORP  (EXC)  (CIK 0001234567)"],
                 "form":"8-K","file_type":"EX-99.1","file_date":"2025-02-25","adsh":"0001234567-25-000010","items":["7.01"]}},
                {"_id":"nonsense","_source":{"form":"8-K"}}]}}
                """));
        server.serve(FOLDER + "exc-ex991.htm", NewsServer.text(RELEASE));
        Batch batch = source("edgar:\"data center\" capital").poll(null);
        Article article = articles(batch).get(0);
        assertEquals("EXAMPLE CORP  (EXC): 8-K EX-99.1", article.title());
        assertEquals("2025-02-25", article.publishedAt());
        assertTrue(article.body().startsWith("Example Corp will spend $9 billion"), article.body());
        assertEquals(
                "8-K: the filing has no address",
                String.valueOf(batch.sightings().get(1)).replaceFirst("^: ", ""));
    }

    @Test
    void aDocumentThatCannotBeHadIsALineAndTheRestGoesOn() {
        server.serve(
                "/LATEST/search-index",
                NewsServer.text(
                        "{\"hits\":{\"hits\":[{\"_id\":\"0001234567-25-000010:gone.htm\",\"_source\":{\"ciks\":[\"1234567\"],\"form\":\"8-K\"}}]}}"));
        assertEquals(
                server.at(FOLDER + "gone.htm") + ": the server answers 404",
                source("edgar:words").poll(null).sightings().get(0).toString());
    }

    @Test
    void theCommissionWantsToKnowWhoAsks() {
        var anonymous = new WebClient(AddressGuard.anywhere(), "outlay/0.1", Duration.ofSeconds(20), CLOCK);
        var edgar = new Edgar(anonymous, CLOCK);
        var manner = FeedSource.Manner.every(Duration.ofMinutes(10), null);
        String said = assertThrows(IllegalArgumentException.class, () -> edgar.source("edgar:8-k", manner, () -> 0))
                .getMessage();
        assertTrue(said.contains("web.user.agent"), said);
        assertThrows(IllegalArgumentException.class, () -> source("edgar: "));
    }

    private FeedSource source(String name) {
        URI here = server.at("/");
        var client =
                new WebClient(AddressGuard.anywhere(), "Example Corp news@example.com", Duration.ofSeconds(20), CLOCK);
        return new Edgar(client, here, here, CLOCK)
                .source(name, FeedSource.Manner.every(Duration.ofMinutes(10), null), () -> 0);
    }

    private static List<Article> articles(Batch batch) {
        return batch.sightings().stream()
                .filter(Sighting.Found.class::isInstance)
                .map(found -> ((Sighting.Found) found).article())
                .toList();
    }
}
