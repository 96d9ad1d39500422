package io.outlay.ingest.page;

import io.outlay.ingest.article.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The elements that tell something about a page, in its order: they are few, and looked through many times, where the page is
 * walked through once.
 */
final class Telling {
    private static final Set<String> TAGS = Set.of("html", "meta", "link", "script", "time", "h1", "title");

    /** The selectors asked for, taken apart once: they stand in our own code, so they are few. */
    private static final Map<String, Evaluator> SELECTORS = new ConcurrentHashMap<>();

    private final List<Element> elements = new ArrayList<>();
    private int seen;

    private Telling() {}

    /** @throws RefusedException if the page has more elements than any that people read */
    static Telling of(Document page) {
        Telling telling = new Telling();
        telling.walk(page);
        return telling;
    }

    private void walk(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof Element child) {
                if (++seen > PageReader.MAX_ELEMENTS) {
                    throw new RefusedException("the page has more than " + PageReader.MAX_ELEMENTS + " elements");
                }
                if (TAGS.contains(child.normalName()) || (child.attributesSize() > 0 && child.hasAttr("itemprop"))) {
                    elements.add(child);
                }
                walk(child);
            }
        }
    }

    /** @param selector for elements of {@link #TAGS} or with an {@code itemprop} */
    Stream<Element> all(String selector) {
        Evaluator wanted = SELECTORS.computeIfAbsent(selector, QueryParser::parse);
        return elements.stream().filter(element -> element.is(wanted));
    }

    Optional<Element> first(String selector) {
        return all(selector).findFirst();
    }
}
