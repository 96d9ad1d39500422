package io.outlay.ingest.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeInMarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            <p>One</p><script>if (a < b) { c("<p>") }</script><p>Two</p>     | <p>One</p><p>Two</p>
            <STYLE media="x>y">p { color: red }</Style ><p>Two</p>           | <p>Two</p>
            <svg viewBox="0 0 1 1"><title>Logo</title><path/></svg><p>Two</p> | <p>Two</p>
            <p>One<!-- <p>old</p> --> and</p><!--><p>Two</p>                 | <p>One and</p><p>Two</p>
            <script src="a.js"></script><p>Two</p>                            | <p>Two</p>
            <script><!-- d('<script>x</script>') --></script><p>Two</p>       | <script></script><p>Two</p>
            <svg><svg></svg></svg><p>Two</p>                                  | <svg></svg><p>Two</p>
            """)
    void whatIsNoTextGoes(String html, String kept) {
        assertEquals(kept, removed(html));
    }

    /** Each is left as it is, to the parser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>1 < 2, and <3 is a heart</p>",
                "<script type='application/ld+json'>{\"a\": \"<!-- no comment -->\"}</script>",
                "<p data-embed=\"<script>x()\">One</p><p>Two</p>",
                "<textarea><script>shown as it is</script></textarea>",
                "<title>How <!-- is written</title><p>-->",
                "<svgs>One</svgs><scripture>Two</scripture>",
                "<p>One</p><script>never closed <p>Two</p>",
                "<p>One</p><!-- never closed <p>Two</p>",
                "<a href='never closed>One</a><script></script>",
                "<script"
            })
    void whatIsNotPlainStays(String html) {
        assertEquals(html, removed(html));
    }

    @Test
    void textOfSixteenBitsIsNotTouched() {
        byte[] html = "\uFEFF<p>One</p><script>x</script>".getBytes(StandardCharsets.UTF_16LE);
        assertArrayEquals(html, CodeInMarkup.removed(html));
    }

    /** Whatever is repeated without an end: one look for the end each would take hours, quadratic in the size. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>",
                "<script><!--<script>",
                "<svg>",
                "<!--",
                "<!-- <script ",
                "<a b=\"",
                "<a b='\">",
                "<a ",
                "</",
                "<style></styles"
            })
    void aPageMadeToTireItsReaderDoesNot(String part) {
        String html = part.repeat(2_000_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> removed(html));
    }

    private static String removed(String html) {
        return new String(CodeInMarkup.removed(html.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
