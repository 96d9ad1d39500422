package io.outlay.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.ingest.article.ArticleDraft;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as lines: {@code url | title | body | publishedAt | full}. */
class FeedReaderTest {
    private static final String RSS =
            """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>The Paper</title><link>https://example.com/</link><language>en-gb</language>
            <item><title>Meta &amp; money</title><link>https://example.com/a?utm_source=rss</link>
              <media:title>A picture</media:title><media:description>Of a hall</media:description>
              <description>&lt;p&gt;A teaser.&lt;/p&gt;</description><pubDate>Tue, 25 Feb 2025 09:00:00 GMT</pubDate>
              <content:encoded><![CDATA[<p>First.</p><p>Second &amp; last.</p><script>no()</script>]]></content:encoded></item>
            <item><title>Only a teaser &x;</title><guid isPermaLink="true">https://example.com/b</guid>
              <description>Read on.</description></item>
            </channel></rss>
            """;

    @Test
    void readsRss() {
        assertEquals(
                List.of(
                        "https://example.com/a?utm_source=rss | Meta & money | First. / Second & last. | Tue, 25 Feb 2025 09:00:00 GMT | full",
                        "https://example.com/b | Only a teaser &x; | Read on. | null | teaser"),
                entries(RSS));
        Feed feed = feed(RSS);
        assertEquals("The Paper", feed.title());
        assertEquals("The Paper", feed.entries().get(0).draft().source());
        assertEquals("en-gb", feed.entries().get(0).draft().language());
    }

    @Test
    void readsAtom() {
        assertEquals(
                List.of(
                        "https://example.com/news/a | Meta | First. / Second. | 2025-02-25T09:00:00Z | full",
                        "https://example.com/b | B < C | Short. | 2025-02-26T09:00:00Z | teaser"),
                entries(
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/news/" xml:lang="en">
                        <title>The Paper</title><link rel="self" href="/feed"/>
                        <entry><title>Meta</title><link rel="self" href="self"/><link href="a"/><published>2025-02-25T09:00:00Z</published>
                          <updated>2025-03-01T00:00:00Z</updated>
                          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content></entry>
                        <entry><title type="html">B &amp;lt; C</title><link href="https://example.com/b" rel="alternate"/>
                          <updated>2025-02-26T09:00:00Z</updated><summary>Short.</summary></entry>
                        </feed>
                        """));
    }

    @Test
    void readsRdf() {
        assertEquals(
                List.of("https://example.com/a | Meta | Body. | 2025-02-25 | teaser"),
                entries(
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                        <channel rdf:about="https://example.com/"><title>The Paper</title></channel>
                        <item rdf:about="https://example.com/a"><title>Meta</title><description>Body.</description><dc:date>2025-02-25</dc:date></item>
                        </rdf:RDF>
                        """));
    }

    @Test
    void readsJsonFeed() {
        assertEquals(
                List.of(
                        "https://example.com/a | Meta | First. / Second. | 2025-02-25T09:00:00Z | full",
                        "https://example.com/b | null | Sum. | null | teaser"),
                entries(
                        """
                        {"version":"https://jsonfeed.org/version/1.1","title":"The Paper","items":[
                        {"id":"1","url":"https://example.com/a","title":"Meta","content_html":"<p>First.<p>Second.","date_published":"2025-02-25T09:00:00Z"},
                        {"id":2,"external_url":"https://example.com/b","summary":"Sum."}]}
                        """));
    }

    @Test
    void readsAListOfFeeds() {
        Feed feed = feed("<opml><body><outline text='AI'><outline type=\"rss\" xmlUrl=\"https://example.com/a.xml\"/>"
                + "<outline xmlURL='https://example.com/b.xml'/></outline></body></opml>");
        assertEquals("opml", feed.kind());
        assertEquals(List.of("https://example.com/a.xml", "https://example.com/b.xml"), feed.feeds());
    }

    @Test
    void takesWhatCanBeHadOfABrokenFeed() {
        assertEquals(
                List.of(
                        "https://example.com/a | A & B | One. | null | teaser",
                        "https://example.com/b | Two | null | null | teaser"),
                entries(
                        """
                        junk before <rss><channel><item><title>A & B</title><link>https://example.com/a</link><description>One.</description></item>
                        <item><title>Two</title><link>https://example.com/b</link><pubDate>
                        """));
    }

    @Test
    void readsTheCharsetThatTheFeedNames() {
        byte[] bytes =
                "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>Расходы</title></item></channel></rss>"
                        .getBytes(Charset.forName("windows-1251"));
        Feed feed = FeedReader.read(bytes, null, null).orElseThrow();
        assertEquals("Расходы", feed.entries().get(0).draft().title());
    }

    @Test
    void anEntityAttackIsReadAsTheTextItIs() {
        String bomb = "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b '" + "&a;".repeat(1000) + "'>]>"
                + "<rss><channel><item><title>&b;</title></item></channel></rss>";
        assertEquals("&b;", feed(bomb).entries().get(0).draft().title());
        assertFalse(entries(RSS).toString().contains("root:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "{", "{}", "{\"a\":1}", "hello", "<html><body><p>A page.</p></body></html>", "[]"})
    void whatIsNoFeedIsNone(String text) {
        assertTrue(FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, null)
                .isEmpty());
    }

    @Property(tries = 300)
    void noCutOfAFeedThrows(@ForAll @IntRange(min = 0, max = 1100) int length) {
        byte[] bytes = RSS.getBytes(StandardCharsets.UTF_8);
        FeedReader.read(
                java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length)), "https://example.com/feed", null);
    }

    private static Feed feed(String text) {
        return FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, null)
                .orElseThrow();
    }

    private static List<String> entries(String text) {
        return feed(text).entries().stream().map(FeedReaderTest::line).toList();
    }

    private static String line(Feed.Entry entry) {
        ArticleDraft draft = entry.draft();
        String body = draft.body() == null ? "null" : draft.body().replace("\n\n", " / ");
        return String.join(
                " | ",
                String.valueOf(draft.url()),
                String.valueOf(draft.title()),
                body,
                String.valueOf(draft.publishedAt()),
                entry.full() ? "full" : "teaser");
    }
}
