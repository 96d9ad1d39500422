package io.outlay.aggregate.ledger;

import io.outlay.aggregate.ledger.Resolution.Part;
import io.outlay.aggregate.ledger.ResolutionMemo.Outcome;
import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Posting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a payer's figures come to: its commitments with their revisions, and the postings that totals are summed from.
 *
 * <pre>
 * figures ─ {@link Corrected} ─ {@link Grouping} ─ {@link Plausibility} ─► lines ─ {@link Containment} ─ {@link Counting} ─► {@link Postings} ─ {@link Announced}
 * </pre>
 */
public final class Ledger {
    private Ledger() {}

    /** As {@link #resolveFigures}, from the rows of the figures. */
    public static Resolution resolve(
            Payer payer, Collection<SightingRow> rows, List<Correction> active, Rates rates, EvidenceBook book) {
        Map<String, List<SightingRow>> byFigure = new LinkedHashMap<>();
        for (SightingRow row : rows) {
            byFigure.computeIfAbsent(row.sighting().figure().id(), id -> new ArrayList<>())
                    .add(row);
        }
        return resolveFigures(
                payer, byFigure.values().stream().map(FigureSummary::of).toList(), active, rates, book);
    }

    /**
     * The commitments and postings of one payer. The same set gives the same result in any order.
     *
     * @param payer see {@link PayerFacts#of}
     * @param figures each of the payer's figures once
     * @param active see {@link ActiveCorrections#of}; those that hit nothing of the payer's are passed over
     * @param book asked only where a decision needs to know how many independent sources there are
     */
    public static Resolution resolveFigures(
            Payer payer, Collection<FigureSummary> figures, List<Correction> active, Rates rates, EvidenceBook book) {
        return resolveFigures(payer, figures, active, rates, book, new ResolutionMemo());
    }

    /** As the other; measures of which no figure changed are taken from the memo, which learns the rest. */
    public static Resolution resolveFigures(
            Payer payer,
            Collection<FigureSummary> figures,
            List<Correction> active,
            Rates rates,
            EvidenceBook book,
            ResolutionMemo memo) {
        Rates once = memo.lookedUpOnce(rates);
        List<Part> parts = new ArrayList<>();
        if (Corrected.any(figures, active)) {
            memo.forget();
            parts.add(ofLines(payer, figures, active, once, book).part());
        } else {
            Map<Measure, List<FigureSummary>> byMeasure = new EnumMap<>(Measure.class);
            for (FigureSummary figure : figures) {
                byMeasure
                        .computeIfAbsent(figure.figure().measure(), measure -> new ArrayList<>())
                        .add(figure);
            }
            byMeasure.forEach((measure, some) ->
                    parts.add(memo.get(measure, payer, some, () -> ofLines(payer, some, List.of(), once, book))));
        }
        parts.add(memo.announced(payer, parts));
        return new Resolution(parts);
    }

    private static Outcome ofLines(
            Payer payer, Collection<FigureSummary> figures, List<Correction> active, Rates rates, EvidenceBook book) {
        List<Line> natural = lines(Corrected.figures(figures, active), active, rates, book);
        Map<Line, List<AppliedCorrection>> lines = Corrected.lines(natural, active);
        Map<Line, Containment.Part> parts = Containment.of(lines.keySet(), rates);
        List<CommitmentDraft> commitments = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        lines.forEach((line, corrections) -> {
            List<CountedStep> steps = Counting.of(line, parts.get(line), rates);
            CommitmentDraft draft = Drafts.of(payer, line, parts.get(line), steps, corrections);
            commitments.add(draft);
            if (draft.bare().measure().hasTotals()) {
                postings.addAll(Postings.of(
                        payer, draft.id(), draft.bare().measure(), draft.bare().destination(), steps));
            }
        });
        commitments.sort(Comparator.comparing(CommitmentDraft::id));
        postings.sort(Posting.BY_KEY);
        return new Outcome(new Part(commitments, postings), weighed(natural));
    }

    /** With those that a correction has made of others, which stand among their figures too. */
    private static Set<String> weighed(List<Line> lines) {
        Set<String> weighed = new HashSet<>();
        for (Line line : lines) {
            for (Member m : line.members) {
                if (m.isWeighed() || !m.summary.statedFigures().isEmpty()) {
                    weighed.add(m.id());
                    weighed.addAll(m.summary.statedFigures());
                }
            }
        }
        return weighed;
    }

    /** Lines as the rules find them, once corrections of whole commitments have set what their figures are about. */
    private static List<Line> lines(
            List<FigureSummary> figures, List<Correction> active, Rates rates, EvidenceBook book) {
        List<Line> lines = believable(figures, rates, book);
        for (Correction correction : active) {
            String aim = Corrected.aim(correction);
            if (correction.action() != Action.SET || aim == null || !Corrected.isAimedAtCommitment(correction)) {
                continue;
            }
            for (Line line : lines) {
                List<FigureSummary> ofLine = line.members.stream()
                        .map(m -> m.summary)
                        .sorted(Comparator.comparing(FigureSummary::id))
                        .toList();
                if (ofLine.stream().anyMatch(s -> Corrected.isKnownAs(s, aim))) {
                    figures = Corrected.set(figures, ofLine, correction);
                    lines = believable(figures, rates, book);
                    break;
                }
            }
        }
        return lines;
    }

    /** R16: lines are made twice when some figures turn out not to be believed. */
    private static List<Line> believable(List<FigureSummary> figures, Rates rates, EvidenceBook book) {
        List<Member> members = new ArrayList<>();
        for (FigureSummary figure : figures) {
            members.add(new Member(figure, rates));
        }
        Twins.hearEachOther(members);
        List<Line> lines = Grouping.of(members, Map.of(), rates);
        Map<Member, String> doubts = Plausibility.doubts(lines, rates, book);
        return doubts.isEmpty() ? lines : Grouping.of(members, doubts, rates);
    }
}
