package io.outlay.enrich.text.claim;

import io.outlay.contracts.MoneyRole;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import java.util.Comparator;

/**
 * What one cue word says of an amount's role, and how loudly.
 *
 * @param weight above 0; about 1 for a word that alone would decide
 */
public record Vote(MoneyRole role, double weight, CueKind kind, Cue cue) {
    boolean speaksForSpending() {
        return role == MoneyRole.SPENDING;
    }

    /** The loudest first; of equals the earlier word. */
    static final Comparator<Vote> LOUDEST_FIRST = Comparator.comparingDouble((Vote vote) -> -vote.weight)
            .thenComparingInt(vote -> vote.cue.from())
            .thenComparing(vote -> vote.kind);
}
