package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Change;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A line as the commitment that is published. */
final class Drafts {
    private Drafts() {}

    static CommitmentDraft of(
            Payer payer,
            Line line,
            Containment.@Nullable Part part,
            List<CountedStep> steps,
            Collection<AppliedCorrection> corrections) {
        LineFit about = line.consensus();
        List<Revision> revisions = new ArrayList<>();
        List<CommitmentDraft.Support> support = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (CountedStep step : steps) {
            Amount amount = step.figure().value.amount();
            revisions.add(new Revision(
                    step.figure().id(),
                    step.day(),
                    amount.low(),
                    amount.headline(),
                    amount.high(),
                    amount.currency(),
                    step.usd(),
                    step.rate(),
                    step.countedUsd(),
                    step.why(),
                    step.status(),
                    step.change(),
                    List.of()));
            List<String> figures = ids(step.support());
            boolean again = !Collections.disjoint(used, figures);
            used.addAll(figures);
            support.add(new CommitmentDraft.Support(figures, again ? step.day() : null));
        }
        Commitment bare = new Commitment(
                Commitment.TYPE,
                line.id(),
                figures(line),
                payer,
                about.fit().measure(),
                about.fit().destination(),
                about.fit().site(),
                about.counterparty(),
                about.fit().period(),
                state(line),
                whole(line, part),
                revisions,
                articles(line),
                0,
                (LocalDate) null,
                corrections(line, corrections),
                notes(payer, line, about, part));
        return new CommitmentDraft(bare, support);
    }

    private static @Nullable String whole(Line line, Containment.@Nullable Part part) {
        Line takenInBy = line.takenInBy();
        return takenInBy != null
                ? takenInBy.id()
                : part == null ? null : part.whole().id();
    }

    private static List<String> ids(List<Member> members) {
        List<String> ids = new ArrayList<>(members.size());
        members.forEach(m -> ids.add(m.id()));
        return ids;
    }

    private static int articles(Line line) {
        int articles = 0;
        for (Member m : line.members) {
            articles += m.summary.articles();
        }
        return articles;
    }

    private static List<String> figures(Line line) {
        TreeSet<String> ids = new TreeSet<>();
        for (Member m : line.members) {
            ids.add(m.id());
            ids.addAll(m.summary.statedFigures());
        }
        return List.copyOf(ids);
    }

    private static CommitmentState state(Line line) {
        if (line.rejected) {
            return CommitmentState.REJECTED;
        }
        if (line.disputed != null) {
            return CommitmentState.DISPUTED;
        }
        if (line.isClosed()) {
            return line.takenInBy() != null ? CommitmentState.LIVE : CommitmentState.CANCELLED;
        }
        return line.live().change == Change.PAUSED ? CommitmentState.PAUSED : CommitmentState.LIVE;
    }

    private static List<AppliedCorrection> corrections(Line line, Collection<AppliedCorrection> ofLine) {
        if (ofLine.isEmpty()
                && line.members.stream().allMatch(m -> m.summary.corrections().isEmpty())) {
            return List.of();
        }
        Map<String, AppliedCorrection> byId = new TreeMap<>();
        ofLine.forEach(c -> byId.put(c.id(), c));
        line.members.forEach(m -> m.summary.corrections().forEach(c -> byId.put(c.id(), c)));
        return List.copyOf(byId.values());
    }

    private static List<String> notes(Payer payer, Line line, LineFit about, Containment.@Nullable Part part) {
        TreeSet<String> notes = new TreeSet<>(line.notes);
        if (line.disputed != null) {
            notes.add(line.disputed);
        }
        if (about.periodDoubt() != null) {
            notes.add(about.periodDoubt());
        }
        if (part != null) {
            notes.add((part.stated() ? "a part of " : "may be a part of ")
                    + part.whole().id());
        }
        if (payer.kind() == PayerKind.CONSORTIUM && !payer.members().isEmpty()) {
            notes.add("what its members announce for themselves may be the same money: "
                    + String.join(", ", payer.members()));
        }
        Amount amount = line.live().figure.value.amount();
        if (amount.per() != null) {
            notes.add("an amount for each " + amount.per().name().toLowerCase(Locale.ROOT) + ", taken as printed");
        }
        if (line.live().openEnd) {
            notes.add("raised by an amount that no text tells");
        }
        return List.copyOf(notes);
    }
}
