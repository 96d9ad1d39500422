package io.outlay.local.ops;

import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Topics;
import io.outlay.enrich.EnrichTopology;
import io.outlay.local.road.TopicReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/**
 * Has all articles tagged anew after rules or tables changed. The input of {@code enrich} is rewound and its store kept: so it knows what
 * each article claimed before, writes what differs, and takes back the claims of payers that an article no longer names.
 */
public final class Retag {
    private Retag() {}

    /**
     * How far the tagging is.
     *
     * @param byRules articles by the {@code rulesVersion} that tagged them
     * @param untagged articles that have no tags at all: not read yet, or put aside
     */
    public record State(SortedMap<String, Long> byRules, long untagged) {
        public long articles() {
            return byRules.values().stream().mapToLong(Long::longValue).sum() + untagged;
        }

        /** Articles that these rules have not tagged yet. */
        public long left(String rulesVersion) {
            return articles() - byRules.getOrDefault(rulesVersion, 0L);
        }
    }

    /** Reads both topics once. */
    public static State state(TopicReader topics) {
        SortedMap<String, Long> byRules = new TreeMap<>();
        Set<String> untagged =
                new HashSet<>(topics.latestBytes(Topics.ARTICLES.name()).keySet());
        for (Map.Entry<String, EnrichedArticle> tagged :
                topics.latest(Topics.ENRICHED_ARTICLES).entrySet()) {
            if (untagged.remove(tagged.getKey())) {
                byRules.merge(tagged.getValue().rulesVersion(), 1L, Long::sum);
            }
        }
        return new State(byRules, untagged.size());
    }

    /** @throws OperationException if {@code enrich} runs */
    public static void rewind(Admin admin) {
        ServiceGroup enrich = new ServiceGroup(admin, EnrichTopology.SERVICE);
        enrich.requireStopped();
        enrich.rewind(Topics.ARTICLES.name());
    }
}
