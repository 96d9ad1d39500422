package io.outlay.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page's article, paragraph by paragraph, without what stands around and between it.
 *
 * <p>Three steps. What is surely no article (captions, sign-ups, share buttons) leaves the page first, for it misleads the
 * second: which element holds the article. Where one has nearly all of the page's running text, it does; else Readability
 * chooses. Then its blocks are looked at one by one, from the outside in: what comes before the text begins (headline, byline,
 * date), what comes after it has ended, and links to other articles.
 */
final class BodyText {
    /** No text at all. */
    private static final Evaluator NO_TEXT =
            QueryParser.parse("script, style, noscript, template, svg, iframe, button, input, select, textarea,"
                    + " video, audio, [hidden], [style*=display:none], [style*=display: none]");

    /** Seldom text of an article; but some pages are one large form. */
    private static final Evaluator BESIDE =
            QueryParser.parse("form, nav, aside, footer, figure, figcaption, [aria-hidden=true],"
                    + " [role=navigation], [role=complementary], [role=dialog], [role=alert], [itemprop=author]");

    private static final Evaluator TITLES = QueryParser.parse("meta[property=og:title], meta[name=twitter:title]");

    /** Elements that hold a page or an article as a whole, whatever they are called. */
    private static final Set<String> NEVER_NOISE = Set.of("html", "body", "article", "main");

    /** An element that holds more of the page's text than this is no noise, whatever it is called. */
    private static final double WHOLE_PAGE_SHARE = 0.4;

    /** Readability has chosen badly when it leaves out this much of the running text in one element. */
    private static final double PASSED_BY_SHARE = 0.5;

    /** Where one element has this much of the running text, there is nothing to choose. */
    private static final double NEARLY_ALL_SHARE = 0.8;

    private static final double MOSTLY_LINKS = 0.5;

    /** Not even a sentence holds so many. */
    private static final double ALL_LINKS = 0.85;

    private static final int SENTENCE_CHARS = 80;
    /** A long page that people read makes a hundredth of it; one that is made to tire its reader a hundred times as much. */
    private static final long MAX_WORK = 100_000_000;

    private BodyText() {}

    /**
     * @param page taken apart by this
     * @return the paragraphs, joined by blank lines; empty when the page has no article
     */
    static String of(Document page, String url, @Nullable String title) {
        Set<String> titles = titles(page, title);
        clean(page);
        return article(page, url, titles).stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private static List<Block> article(Document cleaned, String url, Set<String> titles) {
        List<Block> all = Blocks.of(cleaned.body());
        Element densest = DensestElement.of(all);
        List<Block> inDensest = densest == null ? List.of() : paragraphs(Blocks.of(densest), titles);
        if (densest != null && running(inDensest) >= NEARLY_ALL_SHARE * running(all)) {
            return inDensest;
        }
        Element chosen = work(all) > MAX_WORK
                ? null
                : new Readability4J(url, cleaned).parse().getArticleContent();
        List<Block> inChosen = chosen == null ? List.of() : paragraphs(Blocks.of(chosen), titles);
        boolean passedBy = running(inChosen) < PASSED_BY_SHARE * running(inDensest);
        return passedBy ? inDensest : inChosen;
    }

    /** About how many characters Readability looks at: each once for every element around it. */
    private static long work(List<Block> blocks) {
        long work = 0;
        for (Block block : blocks) {
            int depth = 1;
            for (Element around = block.element(); around != null; around = around.parent()) {
                depth++;
            }
            work += (long) block.text().length() * depth;
        }
        return work;
    }

    private static int running(List<Block> blocks) {
        return blocks.stream()
                .filter(Block::isRunning)
                .mapToInt(block -> block.text().length())
                .sum();
    }

    private static void clean(Document page) {
        page.select(NO_TEXT).remove();
        Map<Element, Integer> running = running(page);
        int all = running.getOrDefault(page, 0);
        PageNoise noise = PageNoise.standard();
        for (Element element : page.getAllElements()) {
            boolean mayGo = element.parent() != null && !NEVER_NOISE.contains(element.normalName());
            if (mayGo
                    && (element.is(BESIDE) || noise.isNamedAsNoise(PageNoise.names(element)))
                    && running.getOrDefault(element, 0) <= WHOLE_PAGE_SHARE * all) {
                element.remove();
            }
        }
    }

    /** How many characters of running text each element holds, those within it counted. */
    private static Map<Element, Integer> running(Document page) {
        Map<Element, Integer> running = new HashMap<>();
        for (Element paragraph : page.getElementsByTag("p")) {
            int length = paragraph.text().length();
            for (Element holder = paragraph; holder != null && length > SENTENCE_CHARS; holder = holder.parent()) {
                running.merge(holder, length, Integer::sum);
            }
        }
        return running;
    }

    private static List<Block> paragraphs(List<Block> blocks, Set<String> titles) {
        List<Block> kept = new ArrayList<>();
        for (Block block : afterTitle(blocks, titles)) {
            if (!titles.contains(folded(block.text())) && !isNoise(block)) {
                kept.add(block);
            }
        }
        return withoutEnds(kept);
    }

    /** What comes before the headline belongs to the page. */
    private static List<Block> afterTitle(List<Block> blocks, Set<String> titles) {
        for (int i = 0; i < Math.min(blocks.size(), 8); i++) {
            if (titles.contains(folded(blocks.get(i).text()))) {
                return blocks.subList(i + 1, blocks.size());
            }
        }
        return blocks;
    }

    private static boolean isNoise(Block block) {
        boolean links = block.linkShare() > ALL_LINKS || (block.linkShare() > MOSTLY_LINKS && !block.isSentence());
        return links || PageNoise.standard().isNoise(block.text());
    }

    /** A heading at the end heads nothing. */
    private static List<Block> withoutEnds(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0 && blocks.get(end - 1).isHeading()) {
            end--;
        }
        return blocks.subList(0, end);
    }

    private static Set<String> titles(Document page, @Nullable String title) {
        List<String> titles = new ArrayList<>(page.getElementsByTag("h1").eachText());
        titles.add(page.title());
        titles.addAll(page.select(TITLES).eachAttr("content"));
        if (title != null) {
            titles.add(title);
        }
        return titles.stream()
                .map(BodyText::folded)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    /** In small letters, its words parted by one blank. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean between = false;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            boolean inWord = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            if (inWord && between && folded.length() > 0) {
                folded.append(' ');
            }
            if (inWord) {
                folded.append(c);
            }
            between = !inWord;
        }
        return folded.toString();
    }
}
