package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure on its way into a line: its summary with what is compared again and again. */
final class Member {
    /** In the order in which figures are taken: by first day, then plain statements before changes, status, amount, id. */
    static final Comparator<Member> ORDER = Comparator.comparing((Member m) -> m.firstDay, Statement.UNKNOWN_DAY_LAST)
            .thenComparingInt(m -> m.rank)
            .thenComparing(m -> m.statements().get(0).status())
            .thenComparing(m -> m.value.amount(), Amounts.ORDER)
            .thenComparing(Member::id);

    final FigureSummary summary;
    final Value value;
    final Fit fit;
    final @Nullable LocalDate firstDay;
    /** The most telling of its words on any day, see {@link Statement#rank}; that it stops tells nothing of where it came from. */
    int rank;
    /** What is said of it and of its twins, see {@link Twins}. */
    private List<Statement> words;

    private boolean weighed;

    Member(FigureSummary summary, Rates rates) {
        this.summary = summary;
        this.firstDay = summary.firstDay();
        this.value = Value.of(summary.figure().amount(), firstDay, summary.usdPrinted(), rates);
        this.fit = Fit.of(summary.figure());
        this.words = summary.statements();
        this.rank = rank(words);
    }

    private static int rank(List<Statement> words) {
        int most = 0;
        for (Statement s : words) {
            most = s.stops() ? most : Math.max(most, Statement.rank(s.change()));
        }
        return most;
    }

    /** Takes over what is said of a twin's change. */
    void hear(List<Statement> ofTwin) {
        List<Statement> more = new ArrayList<>();
        for (Statement s : ofTwin) {
            if (!s.plain() && !s.stops() && !Line.isLongAfter(s.day(), firstDay)) {
                more.add(s);
            }
        }
        if (!more.isEmpty()) {
            more.addAll(words);
            more.sort(Statement.ORDER);
            words = List.copyOf(more);
            rank = rank(words);
        }
    }

    /** How many articles state it, asked by a decision, which another number may turn. */
    int articles() {
        weighed = true;
        return summary.articles();
    }

    /** Whether a decision has asked for {@link #articles} or for their sources. */
    boolean isWeighed() {
        return weighed;
    }

    String id() {
        return summary.id();
    }

    List<Statement> statements() {
        return summary.statements();
    }

    List<Statement> words() {
        return words;
    }

    boolean says(Change change) {
        for (Statement s : words) {
            if (s.change() == change) {
                return true;
            }
        }
        return false;
    }

    /** The greater amount that it is said to be a part of; null when no text says so. */
    @Nullable
    Amount partOf() {
        for (Statement s : statements()) {
            if (s.partOf() != null) {
                return s.partOf();
            }
        }
        return null;
    }

    /** Whether an article that states it has it as reported or official. */
    boolean isFirm() {
        return StatusLadder.isFirm(summary.bestStatus());
    }
}
