package io.outlay.aggregate.ledger;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an analyst should look at: commitments that are disputed or rest on doubtful readings, and what would settle each. */
public final class Review {
    private static final double LOW_CONFIDENCE = 0.5;

    private Review() {}

    /**
     * One thing to look at.
     *
     * @param doubt what is in doubt
     * @param settles what would settle it
     */
    public record Item(String commitment, String payer, String doubt, String settles) {}

    /** The items of some commitments, sorted by payer and commitment. */
    public static List<Item> of(Collection<Commitment> commitments) {
        List<Item> items = new ArrayList<>();
        for (Commitment c : commitments) {
            Period period = c.period();
            if (c.state() == CommitmentState.DISPUTED) {
                String why = c.revisions().isEmpty()
                        ? "disputed"
                        : c.revisions().get(0).why();
                items.add(item(
                        c,
                        why,
                        "a second independent source, or a correction: SET its amount or status, or REJECT it"));
            } else if (period != null && period.key().equals(Periods.DISPUTED)) {
                items.add(item(c, "texts name different periods", "a correction that SETs its period"));
            } else if (c.state() == CommitmentState.LIVE && isDoubtful(c)) {
                items.add(item(
                        c,
                        "no sentence was read with confidence " + LOW_CONFIDENCE + " or more",
                        "a clearer article, or a correction"));
            }
        }
        items.sort(Comparator.comparing(Item::payer).thenComparing(Item::commitment));
        return List.copyOf(items);
    }

    private static Item item(Commitment c, String doubt, String settles) {
        return new Item(c.id(), c.payer().id(), doubt, settles);
    }

    private static boolean isDoubtful(Commitment c) {
        @Nullable Double best = null;
        for (var revision : c.revisions()) {
            for (CommitmentEvidence e : revision.evidence()) {
                best = best == null ? e.confidence() : Math.max(best, e.confidence());
            }
        }
        return best != null && best < LOW_CONFIDENCE;
    }
}
