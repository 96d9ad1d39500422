package io.outlay.aggregate.ledger;

import io.outlay.contracts.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

        /** The same, with so many more articles for some figures. */
        Part with(Map<String, Integer> moreArticles) {
            List<CommitmentDraft> counted = new ArrayList<>(commitments.size());
            for (CommitmentDraft draft : commitments) {
                int more = 0;
                for (String figure : draft.bare().figures()) {
                    more += moreArticles.getOrDefault(figure, 0);
                }
                counted.add(more == 0 ? draft : draft.andArticles(more));
            }
            return new Part(counted, postings);
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
