package io.outlay.aggregate.ledger;

import io.outlay.contracts.Posting;
import java.util.List;

/** What a payer's figures come to, in parts of which each is resolved by itself. */
public record Resolution(List<Part> parts) {
    /** The parts of a payer without figures. */
    public static final Resolution NOTHING = new Resolution(List.of());

    /**
     * What the figures of one measure come to, or those of all where corrections may move them; the line {@code payer.announced} is one
     * too. A part that is the very object that it was in an earlier resolution says what it said then.
     *
     * @param commitments sorted by id
     * @param postings sorted by key
     */
    public record Part(List<CommitmentDraft> commitments, List<Posting> postings) {
        public Part {
            commitments = List.copyOf(commitments);
            postings = List.copyOf(postings);
        }
    }

    public Resolution {
        parts = List.copyOf(parts);
    }

    public List<CommitmentDraft> commitments() {
        return parts.stream().flatMap(part -> part.commitments().stream()).toList();
    }

    public List<Posting> postings() {
        return parts.stream().flatMap(part -> part.postings().stream()).toList();
    }
}
