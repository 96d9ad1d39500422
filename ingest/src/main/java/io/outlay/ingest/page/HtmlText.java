package io.outlay.ingest.page;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** HTML as the text that a reader sees, all of it: paragraphs joined by blank lines. */
public final class HtmlText {
    private static final String UNSEEN = "script, style, noscript, template, iframe, svg";

    private HtmlText() {}

    public static String of(String html) {
        Parser parser = Parser.htmlParser().setMaxDepth(PageReader.MAX_DEPTH);
        return of(Jsoup.parse(html, parser).body());
    }

    public static String of(Element element) {
        Element seen = element.clone();
        seen.select(UNSEEN).remove();
        return Blocks.of(seen).stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }
}
