package io.outlay.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            https://example.com/a                                     | https://example.com/a
            HTTPS://EXAMPLE.com:443/a                                 | https://example.com/a
            http://example.com:80                                     | http://example.com/
            http://example.com:8080/a                                 | http://example.com:8080/a
            https://user:secret@example.com/a                         | https://example.com/a
            https://example.com./a#part-two                           | https://example.com/a
            https://www.example.com/a/                                | https://www.example.com/a/
            https://example.com/a?utm_source=x&id=7&UTM_medium=y      | https://example.com/a?id=7
            https://example.com/a?fbclid=1                            | https://example.com/a
            https://example.com/a?b=2&a=1                             | https://example.com/a?b=2&a=1
            https://example.com/a?q=a%20b&&                           | https://example.com/a?q=a%20b
            https://example.com/a?1&7E                                | https://example.com/a?1&7E
            https://example.com/%7ejoe/%e4%bd%a0?a=1                  | https://example.com/~joe/%E4%BD%A0?a=1
            https://example.com/你 好                                  | https://example.com/%E4%BD%A0%20%E5%A5%BD
            https://example.com/100%                                  | https://example.com/100%25
            https://münchen.example/a                                 | https://xn--mnchen-3ya.example/a
            https://example.com/a;jsessionid=17A?x=1                  | https://example.com/a?x=1
            https://example.com/2025/02/story/amp/                    | https://example.com/2025/02/story
            https://example.com/amp/2025/02/story                     | https://example.com/2025/02/story
            https://example.com/story.amp.html                        | https://example.com/story.html
            https://example.com/story?outputType=amp                  | https://example.com/story
            https://www.google.com/amp/s/www.example.com/story/amp    | https://www.example.com/story
            https://www-example-com.cdn.ampproject.org/c/s/www.example.com/story | https://www.example.com/story
            https://example.com/amplifier                             | https://example.com/amplifier
            https://example.com/news/amp/world-1                      | https://example.com/news/amp/world-1
            https://example.com/story?output=amp&id=1                 | https://example.com/story?id=1
            https://example.com/story?output=csv                      | https://example.com/story?output=csv
            https://m-example-com.cdn.ampproject.org/v/s/m.example.com/a?usqp=mq331&amp_js_v=0.1 | https://m.example.com/a
            https://example.com/a?id=7&amp;utm_source=x&amp;amp;page=2 | https://example.com/a?id=7&page=2
            //example.com/a                                           | https://example.com/a
            https://example.com/a/./b/../c/                           | https://example.com/a/c/
            https://example.com/../../a/..                            | https://example.com/
            https://example.com/a/%2e%2e/b                            | https://example.com/b
            https://example.com/.hidden/..b                           | https://example.com/.hidden/..b
            https://example.com//a//b                                 | https://example.com//a//b
            """)
    void isOneAddressThatStillWorks(String printed, String expected) {
        assertEquals(expected, CanonicalUrl.of(printed).orElseThrow().url());
    }

    @Test
    void pagesThatAreOneHaveOneIdentity() {
        for (String same : List.of(
                "https://example.com/a?x=1&y=2",
                "http://example.com/a?x=1&y=2",
                "https://www.example.com/a?x=1&y=2",
                "https://www2.example.com/a/?y=2&x=1#top",
                "https://amp.example.com/a?x=1&y=2&utm_campaign=z")) {
            assertEquals(
                    "example.com/a?x=1&y=2", CanonicalUrl.of(same).orElseThrow().identity(), same);
        }
    }

    @Test
    void aLineEndWithinAnAddressIsNone() {
        assertEquals("example.com/ab?x=1", identity("https://example.com/a\n\tb?x=1\r\n"));
    }

    @Test
    void anAmpDetourWithinThePathIsNoPageOfItsOwn() {
        assertEquals("example.com/news/world-1", identity("https://example.com/news/amp/world-1"));
        assertEquals("example.com/news/amp-world", identity("https://example.com/news/amp-world"));
    }

    /** A million slashes once took hours: each was tried as the beginning of the end. */
    @Test
    void anAddressThatNoBrowserHasIsNone() {
        assertTrue(CanonicalUrl.of("https://example.com" + "/".repeat(1_000_000) + "a")
                .isEmpty());
        assertEquals(
                8_192 - 20, identity("https://example.com/" + "a".repeat(8_172)).length() - "example.com/".length());
    }

    @Test
    void pagesThatAreTwoHaveTwo() {
        assertEquals("example.com/A", identity("https://example.com/A"));
        assertEquals("news.example.com/A", identity("https://news.example.com/A"));
        assertEquals("example.com:8080/A", identity("https://example.com:8080/A"));
        assertEquals("www.com/A", identity("https://www.com/A"));
        assertEquals("example.com/A?id=2", identity("https://example.com/A?id=2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/a/b",
                "mailto:a@example.com",
                "ftp://example.com/a",
                "https://",
                "https:///a",
                "javascript://alert(1)",
                "https://exa mple.com/",
                "https://example.com:99x/"
            })
    void isEmptyForWhatIsNoPage(String printed) {
        assertTrue(CanonicalUrl.of(printed).isEmpty());
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String path, @ForAll String query) {
        CanonicalUrl.of("https://www.example.com/" + path + "?" + query)
                .ifPresent(
                        once -> assertEquals(once, CanonicalUrl.of(once.url()).orElseThrow()));
    }

    /** Other teams keep these ids. A line that fails here means that a release would give them new ones. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            https://www.example.com/2025/02/25/story, example.com-d9ed84e156ebf5c0
            https://news.example.com/story?id=7&utm_source=rss, news.example.com-a1c981a164af6c4a
            http://localhost:8080/a, localhost-8080-8af29f0e14165831
            https://münchen.example/straße, xn--mnchen-3ya.example-1a341967da60622f
            """)
    void theIdOfAnAddressLastsForEver(String url, String id) {
        assertEquals(id, ArticleDraft.of(url, null, "Body.", null).toArticle().id());
    }

    @Test
    void theIdOfATextLastsForEver() {
        assertEquals(
                "text-c0c582873f1b92b3",
                ArticleDraft.of(null, "Title", "Body.", null).toArticle().id());
    }

    @Test
    void anIdThatIsGivenIsKept() {
        var draft = new ArticleDraft(
                "my-id.7", "https://www.example.com/a#b", null, "Body.", null, null, null, "en-GB", null);
        assertEquals("my-id.7", draft.toArticle().id());
        assertEquals("https://www.example.com/a", draft.toArticle().url());
        assertEquals("example.com", draft.toArticle().source());
        assertEquals("en", draft.toArticle().language());
    }

    private static String identity(String url) {
        return CanonicalUrl.of(url).orElseThrow().identity();
    }
}
