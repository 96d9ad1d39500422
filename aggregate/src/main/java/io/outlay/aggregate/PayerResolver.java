package io.outlay.aggregate;

import io.outlay.aggregate.PayerMemory.Remembered;
import io.outlay.aggregate.PublishedRows.ChangedCommitment;
import io.outlay.aggregate.PublishedRows.ChangedPosting;
import io.outlay.aggregate.ledger.EvidenceBook;
import io.outlay.aggregate.ledger.FigureSummary;
import io.outlay.aggregate.ledger.Ledger;
import io.outlay.aggregate.ledger.Rates;
import io.outlay.aggregate.ledger.Resolution;
import io.outlay.aggregate.ledger.ResolutionMemo;
import java.util.List;
import java.util.Set;

/** Resolves a payer from its rows, and says what changed of what was written. No Kafka here. */
final class PayerResolver {
    private final PayerRows payers;
    private final DirtyPayers dirty;
    private final PublishedRows published;
    private final CorrectionRows corrections;
    private final Rates rates;
    private final PayerMemory memory = new PayerMemory();
    private final EvidenceMemory evidence = new EvidenceMemory();

    PayerResolver(
            PayerRows payers, DirtyPayers dirty, PublishedRows published, CorrectionRows corrections, Rates rates) {
        this.payers = payers;
        this.dirty = dirty;
        this.published = published;
        this.corrections = corrections;
        this.rates = rates;
    }

    /** What is to be written of a payer. */
    record Changes(List<ChangedCommitment> commitments, List<ChangedPosting> postings) {
        static final Changes NONE = new Changes(List.of(), List.of());
    }

    /** Nothing when the payer has been resolved since it was called for. */
    Changes resolve(String payer) {
        if (!dirty.take(payer)) {
            return Changes.NONE;
        }
        Set<String> touched = dirty.touched(payer);
        Remembered known = recall(payer, touched);
        EvidenceBook book = evidence.book(payer, touched, payers);
        Resolution resolution = resolve(payer, known, book);
        Changes changes = new Changes(
                PublishedRows.commitments(known.written(), resolution, touched, book),
                PublishedRows.postings(known.written(), resolution));
        // no row is written before all is known: a fault in a rule leaves standing what stood before
        published.note(payer, known.written(), resolution, changes.commitments(), changes.postings());
        dirty.untouch(payer, touched);
        if (!known.figures().isEmpty()) {
            memory.keep(payer, known);
        }
        return changes;
    }

    /** The payer's figures and what was written of it; from memory, where only what was touched is read again. */
    private Remembered recall(String payer, Set<String> touched) {
        Remembered known = memory.take(payer);
        if (known == null) {
            return new Remembered(payers.figures(payer), published.written(payer), new ResolutionMemo());
        }
        if (touched.contains(DirtyPayers.ALL)) {
            known = new Remembered(known.figures(), known.written(), new ResolutionMemo());
        }
        for (String id : touched) {
            FigureSummary figure = payers.figure(payer, id);
            if (figure == null) {
                known.figures().remove(id);
            } else {
                known.figures().put(id, figure);
            }
        }
        return known;
    }

    private Resolution resolve(String payer, Remembered known, EvidenceBook book) {
        return known.figures().isEmpty()
                ? Resolution.NOTHING
                : Ledger.resolveFigures(
                        payers.facts(payer), known.figures().values(), corrections.active(), rates, book, known.memo());
    }
}
