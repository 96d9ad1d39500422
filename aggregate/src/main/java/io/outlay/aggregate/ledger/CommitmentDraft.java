package io.outlay.aggregate.ledger;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A commitment before its evidence is looked up.
 *
 * @param bare without evidence; its count of articles is that of the rows, in which an article that states two figures counts twice
 * @param support for each revision, where its evidence is found
 */
public record CommitmentDraft(Commitment bare, List<Support> support) {
    /** Of some 2 KiB each at most: a commitment stays under 256 KiB however often it is revised. */
    private static final int SHOWN_IN_ALL = 96;

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
        int most = Math.max(1, Math.min(EvidenceBook.SHOWN, SHOWN_IN_ALL / Math.max(1, support.size())));
        for (int i = 0; i < support.size(); i++) {
            List<CommitmentEvidence> shown = shown(book, support.get(i), most);
            revisions.add(withEvidence(bare.revisions().get(i), shown));
        }
        Map<Long, Source> byArticle = new LinkedHashMap<>();
        boolean all = true;
        for (Source source : sources(book)) {
            byArticle.putIfAbsent(source.article(), source);
        }
        for (String figure : bare.figures()) {
            all &= book.sources(figure).size() < EvidenceBook.COMPARED;
        }
        LocalDate newest = bare.figures().stream()
                .map(book::newestDay)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        List<Source> compared =
                byArticle.values().stream().limit(EvidenceBook.COMPARED).toList();
        return with(revisions, all ? byArticle.size() : bare.articles(), IndependentSources.count(compared), newest);
    }

    /** The same with so many more articles. */
    CommitmentDraft andArticles(int more) {
        return new CommitmentDraft(
                with(bare.revisions(), bare.articles() + more, bare.independentSources(), bare.newestEvidence()),
                support);
    }

    private Commitment with(
            List<Revision> revisions, int articles, int independentSources, @Nullable LocalDate newestEvidence) {
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
                articles,
                independentSources,
                newestEvidence,
                bare.corrections(),
                bare.notes());
    }

    /** Behind any of the figures, in order; an article that states two of them comes twice. */
    private List<Source> sources(EvidenceBook book) {
        if (bare.figures().size() == 1) {
            return book.sources(bare.figures().get(0));
        }
        List<Source> sources = new ArrayList<>();
        bare.figures().forEach(figure -> sources.addAll(book.sources(figure)));
        sources.sort(Source.ORDER);
        return sources;
    }

    /** The first articles that state any of the figures, each once. */
    private static List<CommitmentEvidence> shown(EvidenceBook book, Support support, int most) {
        List<EvidenceRow> rows = new ArrayList<>();
        for (String figure : support.figures()) {
            rows.addAll(book.shown(figure, support.from()));
        }
        rows.sort(EvidenceRow.ORDER.thenComparing(EvidenceRow::figure));
        Map<String, CommitmentEvidence> byArticle = new LinkedHashMap<>();
        for (EvidenceRow row : rows) {
            if (byArticle.size() < most) {
                byArticle.putIfAbsent(row.evidence().articleId(), row.evidence());
            }
        }
        return List.copyOf(byArticle.values());
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
