package io.outlay.aggregate.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * R16: articles from one site, or whose texts share a near-duplicate band, are one source. What is counted is the connected components
 * of that relation, so that a chain of copies is one.
 */
public final class IndependentSources {
    private IndependentSources() {}

    public static int count(List<Source> articles) {
        int[] leader = new int[articles.size()];
        Map<Long, Integer> seen = new HashMap<>(articles.size() * 32); // some twenty bands each
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
            Source article = articles.get(i);
            for (int s = 0; s < article.signs(); s++) {
                Integer other = seen.putIfAbsent(article.sign(s), i);
                if (other != null) {
                    leader[find(leader, i)] = find(leader, other);
                }
            }
        }
        int count = 0;
        for (int i = 0; i < leader.length; i++) {
            count += leader[i] == i ? 1 : 0;
        }
        return count;
    }

    private static int find(int[] leader, int i) {
        int root = i;
        while (leader[root] != root) {
            root = leader[root];
        }
        leader[i] = root;
        return root;
    }
}
