package io.outlay.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Takes off a page what is surely no article: what shows no text, and what is named as something else (captions, sign-ups, share
 * buttons), unless it holds a large part of the page's running text: some pages are one large form.
 */
final class PageCleaning {
    private static final Set<String> NO_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "button",
            "input",
            "select",
            "textarea",
            "video",
            "audio");

    /** Seldom text of an article. */
    private static final Set<String> BESIDE = Set.of("form", "nav", "aside", "footer", "figure", "figcaption");

    private static final Set<String> ROLES_BESIDE = Set.of("navigation", "complementary", "dialog", "alert");

    /** Elements that hold a page or an article as a whole, whatever they are called. */
    private static final Set<String> NEVER_NOISE = Set.of("html", "body", "article", "main");

    /** An element that holds more of the page's text than this is no noise, whatever it is called. */
    private static final double WHOLE_PAGE_SHARE = 0.4;

    private static final int SENTENCE_CHARS = 80;

    /** @param running how many characters of running text it holds */
    private record Suspect(Element element, int running) {}

    private final PageNoise noise = PageNoise.standard();
    private final List<Suspect> suspects = new ArrayList<>();
    private final List<Element> unseen = new ArrayList<>();

    private PageCleaning() {}

    static void clean(Document page) {
        PageCleaning cleaning = new PageCleaning();
        int all = cleaning.running(page);
        cleaning.unseen.forEach(Node::remove);
        for (Suspect suspect : cleaning.suspects) {
            if (suspect.running() <= WHOLE_PAGE_SHARE * all) {
                suspect.element().remove();
            }
        }
    }

    /** How many characters of running text an element holds; on the way it is noted what may go. */
    private int running(Element element) {
        if (element.normalName().equals("p")) {
            look(element);
            int length = new TextLength().of(element);
            return length > SENTENCE_CHARS ? length : 0;
        }
        return look(element);
    }

    private int look(Element element) {
        int running = 0;
        int children = element.childNodeSize();
        for (int i = 0; i < children; i++) {
            if (element.childNode(i) instanceof Element child) {
                boolean mayGo = !NEVER_NOISE.contains(child.normalName());
                if (mayGo && showsNoText(child)) {
                    unseen.add(child);
                } else {
                    int here = suspects.size();
                    int inChild = running(child);
                    running += inChild;
                    if (mayGo && isBeside(child)) {
                        suspects.add(here, new Suspect(child, inChild));
                    }
                }
            }
        }
        return running;
    }

    private static boolean showsNoText(Element element) {
        if (NO_TEXT.contains(element.normalName())) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        String style = element.attr("style");
        return element.hasAttr("hidden")
                || (!style.isEmpty()
                        && style.toLowerCase(Locale.ROOT).replace(": ", ":").contains("display:none"));
    }

    private boolean isBeside(Element element) {
        if (BESIDE.contains(element.normalName())) {
            return true;
        }
        return element.attributesSize() > 0
                && (element.attr("aria-hidden").equalsIgnoreCase("true")
                        || element.attr("itemprop").equalsIgnoreCase("author")
                        || ROLES_BESIDE.contains(element.attr("role").toLowerCase(Locale.ROOT))
                        || noise.isNamedAsNoise(PageNoise.names(element)));
    }

    /** Characters of what a reader sees, blanks in a row counted once. */
    private static final class TextLength {
        private int length;
        private boolean blank = true;

        int of(Element element) {
            count(element);
            return length;
        }

        private void count(Element element) {
            int children = element.childNodeSize();
            for (int i = 0; i < children; i++) {
                Node child = element.childNode(i);
                if (child instanceof TextNode text) {
                    count(text.getWholeText());
                } else if (child instanceof Element inner && !showsNoText(inner)) {
                    blank |= inner.normalName().equals("br");
                    count(inner);
                }
            }
        }

        private void count(String text) {
            for (int i = 0; i < text.length(); i++) {
                boolean isBlank = text.charAt(i) <= ' ' || text.charAt(i) == '\u00a0';
                length += isBlank ? 0 : blank && length > 0 ? 2 : 1;
                blank = isBlank;
            }
        }
    }
}
