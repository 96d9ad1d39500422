package io.outlay.aggregate.ledger;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where statements disagree: the most frequent holds, then the smallest. */
final class Votes {
    private Votes() {}

    /** @return null when nobody votes */
    static <T> @Nullable T winner(Map<T, Integer> votes, Comparator<? super T> smallest) {
        T best = null;
        int most = 0;
        for (Map.Entry<T, Integer> vote : votes.entrySet()) {
            if (best == null
                    || vote.getValue() > most
                    || (vote.getValue() == most && smallest.compare(vote.getKey(), best) < 0)) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }
}
