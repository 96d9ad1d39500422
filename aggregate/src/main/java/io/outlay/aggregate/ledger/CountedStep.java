package io.outlay.aggregate.ledger;

import io.outlay.contracts.Band;
import io.outlay.contracts.Change;
import io.outlay.contracts.RateUsed;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision before it is written: the value of a line from a day on, and what of it counts.
 *
 * @param counted what counts, in the currency of the figure
 * @param countedUsd the same in US dollars; null without a rate
 * @param cause of the posting, in a word
 * @param support the figures whose articles state it; empty where another line's fate made the step
 */
record CountedStep(
        Member figure,
        @Nullable LocalDate day,
        Status status,
        Change change,
        @Nullable RateUsed rate,
        @Nullable Band usd,
        Band counted,
        @Nullable Band countedUsd,
        String why,
        String cause,
        List<Member> support) {

    static List<Member> sorted(Collection<Member> support) {
        if (support.size() == 1) {
            return List.copyOf(support);
        }
        return support.stream().sorted(Member.ORDER).toList();
    }
}
