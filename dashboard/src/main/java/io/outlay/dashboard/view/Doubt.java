package io.outlay.dashboard.view;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a person should look at a commitment.
 *
 * @param doubt what is in doubt
 * @param settles what would settle it
 * @param figure the figure that is in doubt; null when it is the commitment as a whole
 */
public record Doubt(String doubt, String settles, @Nullable String figure) {
    /** The period of a commitment whose texts name different ones. */
    private static final String DISPUTED_PERIOD = "DISPUTED";

    /** @return null when nothing is in doubt, or an analyst has corrected what was read */
    public static @Nullable Doubt of(Commitment c) {
        List<Revision> revisions = c.revisions();
        Revision newest = revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
        String figure = newest == null ? null : newest.figure();
        if (c.state() == CommitmentState.DISPUTED) {
            return new Doubt(
                    newest == null ? "disputed" : newest.why(),
                    "a second independent source, or a correction that sets its amount or rejects it",
                    figure);
        }
        if (c.period() != null && c.period().key().equals(DISPUTED_PERIOD)) {
            return new Doubt("texts name different periods", "a correction that sets its period", null);
        }
        Double confidence = newest == null ? null : newest.bestConfidence();
        if (c.state() == CommitmentState.LIVE
                && c.corrections().isEmpty()
                && confidence != null
                && confidence < CommitmentEvidence.CONFIDENT) {
            return new Doubt(
                    "no sentence was read with confidence " + CommitmentEvidence.CONFIDENT + " or more",
                    "a clearer article, or a correction",
                    figure);
        }
        return null;
    }
}
