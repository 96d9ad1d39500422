package io.outlay.aggregate.ledger;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A commitment before its evidence is looked up.
 *
 * @param bare without evidence; its count of articles is that of the rows, in which an article that states two figures counts twice
 * @param support for each revision, where its evidence is found
 */
public record CommitmentDraft(Commitment bare, List<Support> support) {
    private static final int SHOWN_PER_REVISION = 8;
    private static final int COMPARED = 64;

    /**
     * @param figures the revision's own and those folded into it; empty for a revision that no article states
     * @param from leaves out what was printed before; null for none
     */
    public record Support(List<String> figures, @Nullable LocalDate from) {
        public Support {
            figures = List.copyOf(figures);
        }
    }

    public CommitmentDraft {
        support = List.copyOf(support);
    }

    public String id() {
        return bare.id();
    }

    /** The commitment with the first articles behind each revision, how many there are, and how many are independent. */
    public Commitment with(EvidenceBook book) {
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < support.size(); i++) {
            Support s = support.get(i);
            List<CommitmentEvidence> shown = firstArticles(book, s.figures(), s.from(), SHOWN_PER_REVISION).stream()
                    .map(EvidenceRow::evidence)
                    .toList();
            revisions.add(withEvidence(bare.revisions().get(i), shown));
        }
        boolean few = true;
        for (String figure : bare.figures()) {
            few &= book.first(figure, null, COMPARED).size() < COMPARED;
        }
        List<EvidenceRow> first = firstArticles(book, bare.figures(), null, few ? Integer.MAX_VALUE : COMPARED);
        LocalDate newest = bare.figures().stream()
                .map(book::newestDay)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        return new Commitment(
                bare.type(),
                bare.id(),
                bare.figures(),
                bare.payer(),
                bare.measure(),
                bare.destination(),
                bare.site(),
                bare.counterparty(),
                bare.period(),
                bare.state(),
                bare.partOf(),
                revisions,
                few ? first.size() : bare.articles(),
                IndependentSources.count(first.subList(0, Math.min(COMPARED, first.size()))),
                newest,
                bare.corrections(),
                bare.notes());
    }

    /** The first articles that state any of the figures, each once. */
    private static List<EvidenceRow> firstArticles(
            EvidenceBook book, Collection<String> figures, @Nullable LocalDate from, int most) {
        List<EvidenceRow> rows = new ArrayList<>();
        for (String figure : figures) {
            rows.addAll(book.first(figure, from, Math.min(most, COMPARED)));
        }
        rows.sort(EvidenceRow.ORDER.thenComparing(EvidenceRow::figure));
        TreeMap<String, EvidenceRow> byArticle = new TreeMap<>();
        List<EvidenceRow> first = new ArrayList<>();
        for (EvidenceRow row : rows) {
            if (first.size() < most && byArticle.putIfAbsent(row.evidence().articleId(), row) == null) {
                first.add(row);
            }
        }
        return first;
    }

    private static Revision withEvidence(Revision r, List<CommitmentEvidence> evidence) {
        return new Revision(
                r.figure(),
                r.day(),
                r.low(),
                r.headline(),
                r.high(),
                r.currency(),
                r.usd(),
                r.rate(),
                r.counted(),
                r.why(),
                r.status(),
                r.change(),
                evidence);
    }
}
