package io.outlay.aggregate.ledger;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One text says {@code raised to 480, from 380}, another of the same news only 480, and leaves the period or the country out. These are
 * two figures with the same numbers; what the one says of the change holds for the other, so that it does not open a line of its own.
 */
final class Twins {
    private Twins() {}

    /** Lets each figure hear the words of change that are said of its twins in the same news. */
    static void hearEachOther(Collection<Member> members) {
        Map<String, List<Member>> bySize = new HashMap<>();
        for (Member m : members) {
            String size = m.fit.measure() + " " + m.value.amount().headline();
            bySize.computeIfAbsent(size, s -> new ArrayList<>(1)).add(m);
        }
        for (List<Member> same : bySize.values()) {
            for (Member m : same) {
                for (Member other : same) {
                    if (m != other && areTwins(m, other)) {
                        m.hear(other.statements());
                    }
                }
            }
        }
    }

    private static boolean areTwins(Member m, Member other) {
        return m.firstDay != null
                && other.firstDay != null
                && Math.abs(ChronoUnit.DAYS.between(m.firstDay, other.firstDay)) <= Line.SAME_NEWS_DAYS
                && Amounts.sameNumbers(m.value.amount(), other.value.amount())
                && m.fit.fits(other.fit);
    }
}
