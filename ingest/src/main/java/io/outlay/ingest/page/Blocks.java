package io.outlay.ingest.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Cuts an element into its {@link Block}s: where a browser would begin a new line, so do we, and nowhere else. */
final class Blocks {
    private static final Set<String> BLOCK_TAGS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");

    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int linkChars;
    private int linkDepth;

    private final Element root;

    private Blocks(Element root) {
        this.root = root;
    }

    static List<Block> of(Element element) {
        Blocks visitor = new Blocks(element);
        visitor.walk(element);
        visitor.flush();
        return visitor.blocks;
    }

    /** Whether a browser begins a new line with such an element. */
    static boolean isBlock(Element element) {
        return BLOCK_TAGS.contains(element.normalName());
    }

    /** Parsers are told how deep a page may be, so this is no deeper. */
    private void walk(Element element) {
        String name = element.normalName();
        boolean isLink = name.equals("a");
        boolean isBlock = !isLink && BLOCK_TAGS.contains(name);
        if (name.equals("br")) {
            lineBreak(element);
        } else if (isLink) {
            linkDepth++;
        } else if (isBlock) {
            flush();
            open.push(element);
        }
        int children = element.childNodeSize();
        for (int i = 0; i < children; i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode piece) {
                append(piece.getWholeText());
            } else if (child instanceof Element inner) {
                walk(inner);
            }
        }
        if (isLink) {
            linkDepth--;
        } else if (isBlock) {
            flush();
            open.pop();
        }
    }

    /** One break is a blank, two are a new paragraph, as people made them before they had {@code <p>}. */
    private void lineBreak(Element element) {
        Node next = element.nextSibling();
        while (next instanceof TextNode blank && blank.isBlank()) {
            next = next.nextSibling();
        }
        if (next instanceof Element another && another.normalName().equals("br")) {
            flush();
        } else {
            text.append(' ');
        }
    }

    private void append(String piece) {
        int before = text.length();
        boolean blankBefore = before == 0 || text.charAt(before - 1) == ' ';
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            boolean blank = c == ' ' || c == '\u00a0' || c == '\u200b' || Character.isWhitespace(c);
            if (!blank) {
                text.append(c);
            } else if (!blankBefore) {
                text.append(' ');
            }
            blankBefore = blank;
        }
        linkChars += linkDepth > 0 ? text.length() - before : 0;
    }

    private void flush() {
        String whole = text.toString().strip();
        if (!whole.isEmpty()) {
            blocks.add(new Block(whole, open.isEmpty() ? root : open.peek(), Math.min(linkChars, whole.length())));
        }
        text.setLength(0);
        linkChars = 0;
    }
}
