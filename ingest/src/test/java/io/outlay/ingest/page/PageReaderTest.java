package io.outlay.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.outlay.ingest.article.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class PageReaderTest {
    private static final String FIRST =
            "The cloud company said on Tuesday that it will spend about $9 billion on new data"
                    + " centres in the coming year, most of it on machines for artificial intelligence.";
    private static final String SECOND =
            "The finance chief told analysts that the sum is a third more than the company had"
                    + " planned in the spring, and that it may rise again, since orders outgrow what has been built.";
    private static final String THIRD = "Shares rose a little after the announcement, while those of two suppliers of"
            + " cooling equipment gained more than a tenth, as investors counted on large orders.";

    private static final String WHOLE = String.join("\n\n", FIRST, SECOND, THIRD);

    @Test
    void readsTheArticleAndNothingAroundIt() {
        Page page = read(
                """
                <html lang="en-GB"><head><title>Cloud company raises its budget | The Paper</title></head><body>
                <nav><a href="/">Home</a> <a href="/news">News</a></nav>
                <article><h1>Cloud company raises its budget</h1>
                <p class="byline">By Ann Writer</p><p>Published: 25 February 2025</p>
                <figure><img src="a.png"><figcaption>A hall full of machines, seen from a gallery above it. Photo: A. Body</figcaption></figure>
                <p>%s</p><p>Related: <a href="/x">Another story</a></p>
                <div class="newsletter-signup"><p>Get the best of The Paper, every day, in your inbox.</p></div>
                <p>%s</p><ul class="share"><li>Tweet</li></ul><p>%s</p>
                <h3>More on this</h3></article>
                <div id="comments"><p>I have been saying for a long time, as everybody here knows, that this would come to pass.</p></div>
                <footer>© The Paper</footer></body></html>
                """
                        .formatted(FIRST, SECOND, THIRD));
        assertEquals(WHOLE, page.draft().body());
        assertEquals("Cloud company raises its budget", page.draft().title());
        assertEquals("en", page.draft().toArticle().language());
    }

    @Test
    void keepsAParagraphThatHoldsALink() {
        Page page = read(
                "<article><p>%s</p><p>%s</p><p><a href='/r'>The report, which the company put on its site on Tuesday</a>, says so.</p><p>%s</p></article>"
                        .formatted(FIRST, SECOND, THIRD));
        assertEquals(
                String.join(
                        "\n\n",
                        FIRST,
                        SECOND,
                        "The report, which the company put on its site on Tuesday, says so.",
                        THIRD),
                page.draft().body());
    }

    @Test
    void twoBreaksPartParagraphs() {
        Page page = read("<div id=story>" + FIRST + "<br><br>" + SECOND + "<br/>\n<br/>" + THIRD + "</div>");
        assertEquals(WHOLE, page.draft().body());
    }

    @Test
    void aPageInOneLargeFormIsReadAllTheSame() {
        Page page = read(
                "<form id=aspnetForm><div><p>%s</p><p>%s</p><p>%s</p></div></form>".formatted(FIRST, SECOND, THIRD));
        assertEquals(WHOLE, page.draft().body());
    }

    /** Readability once wrote the whole page into the log where the page's address was none that Java knows. */
    @Test
    void anOddAddressFillsNoLog() {
        Logger log = (Logger) LoggerFactory.getLogger("net.dankito.readability4j");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);
        try {
            String text = "<div><p>" + FIRST + "</p></div>";
            String html = "<html><body>" + text.repeat(3) + "</body></html>";
            PageReader.read(html.getBytes(StandardCharsets.UTF_8), "https://paper.example/a story.html", null);
        } finally {
            log.detachAppender(heard);
        }
        assertEquals(List.of(), heard.list);
    }

    @Test
    void aBodyThatOnlyTheDataHasIsTakenFromThere() {
        Page page = read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + FIRST
                + " " + SECOND + "\"}</script><p>Please switch on scripts.</p>");
        assertEquals(FIRST + " " + SECOND, page.draft().body());
        assertEquals("JSON-LD articleBody", page.why().get("body"));
    }

    @Test
    void aPageWithoutAnArticleHasNoBody() {
        assertNull(read("<html><body></body></html>").draft().body());
        assertNull(PageReader.read(new byte[] {0, 1, 2, (byte) 0xFF}, null, null)
                .draft()
                .url());
    }

    /** One line for each place that a day may come from, the surer ones first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <script type="application/ld+json">{"@graph":[{"@type":["Thing","NewsArticle"],"datePublished":"2025-02-25T09:00:00+01:00"}]}</script><meta name=date content=2024-01-01> | 2025-02-25T08:00:00Z | JSON-LD datePublished
            <script type="application/ld+json">{"@type":"NewsArticle", broken</script><meta property="article:published_time" content="2025-02-25T09:00:00Z">       | 2025-02-25T09:00:00Z | article:published_time
            <meta name="parsely-pub-date" content="2025-02-25">                             | 2025-02-25 | meta
            <span itemprop="datePublished" content="2025-02-25">Tuesday</span>              | 2025-02-25 | itemprop=datePublished
            <meta name="dc.date" content="soon"><meta name="PubDate" content="25.02.2025">   | 2025-02-25 | meta
            <article><time datetime="2025-02-25">Tuesday</time></article>                   | 2025-02-25 | time
            <article><aside><time datetime="2025-01-01">New Year</time></aside><time class="updated-at" datetime="2025-02-27"></time><time datetime="2025-02-25"></time></article> | 2025-02-25 | time
            <h1>This one</h1><script type="application/ld+json">[{"@type":"NewsArticle","headline":"Another","datePublished":"2024-01-01"},{"@type":"NewsArticle","headline":"This one","datePublished":"2025-02-25"}]</script> | 2025-02-25 | JSON-LD datePublished
            <script type="application/ld+json">[{"@type":"NewsArticle","url":"https://example.com/other","datePublished":"2024-01-01"},{"@type":"NewsArticle","mainEntityOfPage":{"@id":"http://www.example.com/2025/3/4/story/"},"datePublished":"2025-02-25"}]</script> | 2025-02-25 | JSON-LD datePublished
            <meta property="article:published_time" content="soon">                         | 2025-03-04 | the address
            """)
    void theDayComesFromTheSurestPlace(String html, String day, String basis) {
        Page page = PageReader.read(html.getBytes(StandardCharsets.UTF_8), "https://example.com/2025/3/4/story", null);
        assertEquals(day, page.draft().publishedAt());
        assertEquals(basis, page.why().get("publishedAt"));
    }

    @Test
    void dataThatIsNotQuiteJsonIsReadAllTheSame() {
        Page page = read(
                "<script type='application/ld+json'>/*<![CDATA[*/[{'@type':'NewsArticle','datePublished':'2025-02-25',"
                                .replace('\'', '"')
                                .replace("type=\"application/ld+json\"", "type=application/ld+json")
                        + "\"headline\":\"Two\nlines\",}]/*]]>*/</script>");
        assertEquals("2025-02-25", page.draft().publishedAt());
    }

    @ParameterizedTest
    @CsvSource({
        "/2025/02/25/story, https://example.com/2025/02/25/story, link rel=canonical",
        "https://www.example.com/story, https://www.example.com/story, link rel=canonical",
        "https://example.com/, https://example.com/here?utm_source=x, the address",
        "https://news.example.com/story, https://news.example.com/story, link rel=canonical",
        "https://wire.example/story, https://example.com/here?utm_source=x, the address"
    })
    void theCanonicalAddressIsBelievedOnItsOwnSite(String link, String url, String basis) {
        byte[] html = ("<link rel=canonical href='" + link + "'>").getBytes(StandardCharsets.UTF_8);
        Page page = PageReader.read(html, "https://example.com/here?utm_source=x", null);
        assertEquals(url, page.draft().url());
        assertEquals(basis, page.why().get("url"));
    }

    @Test
    void aSavedPageIsBelievedOnItsAddress() {
        assertEquals(
                "https://example.com/a",
                read("<link rel=canonical href='https://example.com/a'>")
                        .draft()
                        .url());
        assertNull(read("<link rel=canonical href='/a'>").draft().url());
    }

    @Test
    void theCharsetIsTheServersElseThePages() {
        String html = "<meta charset=windows-1251><title>Расходы на вычисления</title>";
        byte[] bytes = html.getBytes(Charset.forName("windows-1251"));
        assertEquals(
                "Расходы на вычисления",
                PageReader.read(bytes, null, null).draft().title());
        byte[] utf8 = html.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "Расходы на вычисления",
                PageReader.read(utf8, null, "UTF-8").draft().title());
    }

    /** Each once took minutes: work grew with the square of the depth, or of the length of one block. */
    @Test
    void pagesThatAreMadeToTireTheirReaderAreRefusedOrCut() {
        assertThrows(RefusedException.class, () -> read("<div>".repeat(200_000)));
        assertThrows(RefusedException.class, () -> read("<span>a ".repeat(100_000)));
        read("<div class=ad><p>A paragraph that runs on for quite a while, so that it counts as text of the page.</p>"
                .repeat(3_000));
        read("<p><a href=x>" + "!".repeat(1_000_000) + "a</a></p>");
        read("<div class='" + "image_".repeat(100_000) + "'>x</div>");
        read("<script type='application/ld+json'>" + "[".repeat(1_000_000) + "</script>");
    }

    @ParameterizedTest
    @CsvSource({
        "m.example.co.uk, example.co.uk, true",
        "example.co.uk, other.co.uk, false",
        "one.blogspot.com, two.blogspot.com, false",
        "localhost:8080, localhost:8080, true",
        "127.0.0.1, 127.0.0.2, false"
    })
    void aSiteIsADomainThatSomebodyOwns(String fetched, String named, boolean isBelieved) {
        byte[] html = ("<link rel=canonical href='http://" + named + "/a'>").getBytes(StandardCharsets.UTF_8);
        Page page = PageReader.read(html, "http://" + fetched + "/b", null);
        assertEquals(
                isBelieved ? "http://" + named + "/a" : "http://" + fetched + "/b",
                page.draft().url());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://example.com/2025/02/25/story, 2025-02-25",
                "https://example.com/2025/feb/25/story, 2025-02-25",
                "https://example.com/business/story-2025-02-25/, 2025-02-25",
                "https://example.com/story_20250225.html?2024/01/01, 2025-02-25",
                "https://example.com/2025/02/story, -",
                "https://example.com/2025/99/99/story, -",
                "https://example.com/story-2025-0, -",
                "https://example.com/story-1202502251, -"
            })
    void theDayInAnAddress(String address, String day) {
        assertEquals(day, PageReader.read(new byte[0], address, null).draft().publishedAt());
    }

    /** What a server says, what the page says, what the bytes are. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, UTF-8",
                "ISO-8859-1, -, UTF-8",
                "windows-1251, UTF-8, UTF-8",
                "-, UTF-8, windows-1252",
                "UTF-8, UTF-8, windows-1252",
                "UTF-8, ISO-8859-15, ISO-8859-15",
                "nonsense, -, UTF-8",
                "-, UTF-16, UTF-8",
                "-, -, UTF-16"
            })
    void aWrongCharsetIsFoundOut(String said, String declared, String real) {
        String html =
                (declared == null ? "" : "<meta charset=" + declared + ">") + "<title>Größere Pläne für Öl</title>";
        Page page = PageReader.read(html.getBytes(Charset.forName(real)), null, said);
        assertEquals("Größere Pläne für Öl", page.draft().title());
    }

    @Test
    void oneBrokenCharacterMakesNoOtherCharset() {
        byte[] html = ("<title>" + "größer ".repeat(20) + "X</title>").getBytes(StandardCharsets.UTF_8);
        html[html.length - 9] = (byte) 0xC3;
        assertEquals(
                "größer ".repeat(20) + "\uFFFD",
                PageReader.read(html, null, "UTF-8").draft().title());
    }

    private static Page read(String html) {
        return PageReader.read(html.getBytes(StandardCharsets.UTF_8), null, null);
    }
}
