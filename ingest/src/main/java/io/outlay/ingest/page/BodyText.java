package io.outlay.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
    /** Readability has chosen badly when it leaves out this much of the running text in one element. */
    private static final double PASSED_BY_SHARE = 0.5;

    /** Where one element has this much of the running text, there is nothing to choose, and choosing takes most of the time. */
    private static final double NEARLY_ALL_SHARE = 0.8;

    private static final double MOSTLY_LINKS = 0.5;

    /** Not even a sentence holds so many. */
    private static final double ALL_LINKS = 0.85;

    /** A long page that people read makes a hundredth of it; one that is made to tire its reader a hundred times as much. */
    private static final long MAX_WORK = 100_000_000;

    /** Only links depend on it, which no text needs; given an odd address, Readability writes the whole page into the log. */
    private static final String ANY_ADDRESS = "https://page.invalid/";

    private BodyText() {}

    /**
     * @param page taken apart by this
     * @return the paragraphs, joined by blank lines; empty when the page has no article
     */
    static String of(Document page, Titles titles) {
        PageCleaning.clean(page);
        return article(page, titles).stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private static List<Block> article(Document cleaned, Titles titles) {
        List<Block> all = Blocks.of(cleaned.body());
        Element densest = DensestElement.of(all);
        List<Block> inDensest = densest == null ? List.of() : paragraphs(within(densest, all), titles);
        if (densest != null && running(inDensest) >= NEARLY_ALL_SHARE * running(all)) {
            return inDensest;
        }
        Element chosen = work(all) > MAX_WORK ? null : chosenByReadability(cleaned);
        List<Block> inChosen = chosen == null ? List.of() : paragraphs(Blocks.of(chosen), titles);
        boolean passedBy = running(inChosen) < PASSED_BY_SHARE * running(inDensest);
        return passedBy ? inDensest : inChosen;
    }

    private static @Nullable Element chosenByReadability(Document cleaned) {
        try {
            return new Readability4J(ANY_ADDRESS, cleaned).parse().getArticleContent();
        } catch (RuntimeException e) {
            return null; // it fails on pages that have their text right in their outermost element
        }
    }

    private static List<Block> within(Element holder, List<Block> all) {
        return Blocks.isBlock(holder)
                ? all.stream().filter(block -> block.isWithin(holder)).toList()
                : Blocks.of(holder); // a line may begin before it and end in it
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

    private static List<Block> paragraphs(List<Block> blocks, Titles titles) {
        List<Block> kept = new ArrayList<>();
        for (Block block : afterTitle(blocks, titles)) {
            if (!titles.isOne(block.text()) && !isNoise(block)) {
                kept.add(block);
            }
        }
        return withoutEnds(kept);
    }

    /** What comes before the headline belongs to the page. */
    private static List<Block> afterTitle(List<Block> blocks, Titles titles) {
        for (int i = 0; i < Math.min(blocks.size(), 8); i++) {
            if (titles.isOne(blocks.get(i).text())) {
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
}
