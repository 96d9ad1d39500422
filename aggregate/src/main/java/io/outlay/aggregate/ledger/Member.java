package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Change;
import io.outlay.contracts.Status;
import java.time.LocalDate;
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
    final int rank;

    Member(FigureSummary summary, Rates rates) {
        this.summary = summary;
        this.firstDay = summary.firstDay();
        this.value = Value.of(summary.figure().amount(), firstDay, summary.usdPrinted(), rates);
        this.fit = Fit.of(summary.figure());
        int most = 0;
        for (Statement s : summary.statements()) {
            most = s.stops() ? most : Math.max(most, Statement.rank(s.change()));
        }
        this.rank = most;
    }

    String id() {
        return summary.id();
    }

    List<Statement> statements() {
        return summary.statements();
    }

    boolean says(Change change) {
        for (Statement s : statements()) {
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

    /** Whether every article that states it calls it a rumour. */
    boolean isRumour() {
        return summary.bestStatus() == Status.RUMOUR;
    }
}
