package io.outlay.ingest.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds most running text closely: as its own paragraphs, or as paragraphs of a direct
 * child. Lists do not count: a ticker of headlines runs long, too.
 */
final class DensestElement {
    private DensestElement() {}

    /** @return null when nothing on the page runs like the text of an article */
    static @Nullable Element of(List<Block> blocks) {
        Map<Element, Integer> mass = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (block.isRunning() && !block.element().normalName().equals("li")) {
                Element holder = block.element();
                Element parent = holder.parent();
                mass.merge(holder, block.text().length(), Integer::sum);
                if (parent != null) {
                    mass.merge(parent, block.text().length(), Integer::sum);
                }
            }
        }
        return mass.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
