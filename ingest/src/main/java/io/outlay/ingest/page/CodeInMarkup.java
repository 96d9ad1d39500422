package io.outlay.ingest.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a page's markup what is no text of it, before anybody takes it apart: scripts, styles, drawings and comments are
 * more than half of the bytes of most pages, and are passed over here many times faster than a parser of HTML could.
 *
 * <p>Careful rather than thorough: what is not closed, or holds what looks like its own beginning, is left to the parser.
 */
final class CodeInMarkup {
    /** What such an element holds is no markup. */
    private static final Set<String> TEXT_ONLY = Set.of("script", "style", "textarea", "title", "xmp", "iframe");

    private static final Set<String> DROPPED = Set.of("script", "style", "svg");

    /** What pages say of themselves for machines stands in scripts. */
    private static final String DATA = "application/ld+json";

    /** The longest name of an element that matters here. */
    private static final int MAX_NAME_CHARS = 8;

    private final String html;
    private final StringBuilder kept;

    /** Something has no end: what follows is the parser's, for looking for each end anew would take for ever. */
    private boolean unclosed;

    private CodeInMarkup(String html) {
        this.html = html;
        this.kept = new StringBuilder(html.length());
    }

    /** @param html in any encoding in which the signs of markup are those of ASCII; of others nothing is taken out */
    static byte[] removed(byte[] html) {
        if (TextCharset.isUtf16(html)) {
            return html;
        }
        String ascii = new String(html, StandardCharsets.ISO_8859_1); // each byte a character, and back
        String kept = new CodeInMarkup(ascii).removed();
        return kept.length() == html.length ? html : kept.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String removed() {
        int copied = 0;
        int at = html.indexOf('<');
        while (at >= 0 && !unclosed) {
            int end = endOfComment(at);
            boolean drop = end > at;
            if (!drop) {
                int endOfTag = endOfTag(at);
                String name = endOfTag < 0 ? null : name(at + 1);
                end = endOfTag < 0 ? at + 1 : endOfTag;
                int endOfElement = name == null ? -1 : endOfElement(name, endOfTag);
                if (name != null && endOfElement > 0) {
                    drop = DROPPED.contains(name) && !isData(name, at, endOfTag);
                    end = endOfElement;
                }
            }
            if (drop) {
                kept.append(html, copied, at);
                copied = end;
            }
            at = html.indexOf('<', end);
        }
        return copied == 0 ? html : kept.append(html, copied, html.length()).toString();
    }

    /** @return behind the comment that begins here; −1 when none does */
    private int endOfComment(int at) {
        if (!html.startsWith("<!--", at)) {
            return -1;
        }
        int end = html.indexOf("-->", at + 2); // <!--> is one, too
        unclosed = end < 0;
        return end < 0 ? -1 : end + 3;
    }

    /** @return behind the tag that begins here; −1 when none does. A bracket in an attribute's quotes ends no tag */
    private int endOfTag(int at) {
        int i = at + 1;
        if (i >= html.length() || !isLetter(html.charAt(i))) {
            return -1;
        }
        while (i < html.length()) {
            char c = html.charAt(i++);
            if (c == '>') {
                return i;
            }
            if (c == '=') {
                while (i < html.length() && html.charAt(i) <= ' ') {
                    i++;
                }
                char quote = i < html.length() ? html.charAt(i) : ' ';
                if (quote == '"' || quote == '\'') {
                    i = html.indexOf(quote, i + 1) + 1;
                    if (i == 0) {
                        break;
                    }
                }
            }
        }
        unclosed = true;
        return -1;
    }

    /** The name of an element that matters, in small letters; null for all others. */
    private @Nullable String name(int from) {
        int end = from;
        while (end < html.length() && end - from <= MAX_NAME_CHARS && isLetter(html.charAt(end))) {
            end++;
        }
        String name = html.substring(from, end).toLowerCase(Locale.ROOT);
        return TEXT_ONLY.contains(name) || DROPPED.contains(name) ? name : null;
    }

    /** @return behind the element's end tag; −1 when it is not plain where it ends */
    private int endOfElement(String name, int from) {
        boolean isMarkup = !TEXT_ONLY.contains(name);
        boolean isScript = name.equals("script");
        boolean mayHide = false; // in a comment within a script, an inner script's end is none
        for (int at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
            if (html.startsWith("/", at + 1) && html.regionMatches(true, at + 2, name, 0, name.length())) {
                int behind = at + 2 + name.length();
                int end = html.indexOf('>', behind);
                if (end >= 0 && !isLetter(html.charAt(behind))) {
                    return end + 1;
                }
            }
            if ((isMarkup || mayHide) && html.regionMatches(true, at + 1, name, 0, name.length())) {
                return -1;
            }
            mayHide |= isScript && html.startsWith("!--", at + 1);
        }
        unclosed = true;
        return -1;
    }

    private boolean isData(String name, int at, int endOfTag) {
        return name.equals("script")
                && html.substring(at, endOfTag).toLowerCase(Locale.ROOT).contains(DATA);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
