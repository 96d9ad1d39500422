package io.outlay.aggregate.ledger;

import io.outlay.contracts.Posting;
import java.util.List;

/**
 * What a payer's figures come to.
 *
 * @param commitments sorted by id
 * @param postings sorted by key: those of each commitment, and of the line {@code payer.announced}
 */
public record Resolution(List<CommitmentDraft> commitments, List<Posting> postings) {
    public Resolution {
        commitments = List.copyOf(commitments);
        postings = List.copyOf(postings);
    }
}
