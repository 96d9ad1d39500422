package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import java.util.ArrayList;
import java.util.List;

/**
 * R12: {@code additional}, {@code on top of} and {@code a further} add a line; {@code a total of} and {@code bringing to} say the sum
 * again. Where both are printed each is held against the other, so that money stands once.
 */
final class Additions {
    static final String SUM = "also told as the sum with its additions";
    static final String INCREASE = "the increase was also told alone";
    static final String UNRECORDED_BASE = "a total is told that includes money announced before and not on record";

    private Additions() {}

    /** Whether the figure is what a line and its additions come to. */
    static boolean explainSum(Member m, Line base, List<Line> fitting) {
        if (base.isAddition() || base.isClosed()) {
            return false;
        }
        Amount now = base.live().figure.value.amount();
        long sum = now.headline();
        boolean any = false;
        for (Line addition : fitting) {
            if (addition == base || !addition.isAddition() || addition.isClosed()) {
                continue;
            }
            Amount more = addition.live().figure.value.amount();
            if (more.currency().equals(now.currency())) {
                sum += more.headline();
                any = true;
            }
        }
        return any
                && m.value.amount().currency().equals(now.currency())
                && Amounts.near(m.value.amount().headline(), sum)
                && !Amounts.near(now.headline(), sum);
    }

    /** Whether an addition is the step that the line took when it was raised. */
    static boolean isIncreaseOf(Member m, Line line) {
        for (int i = 0; i < line.steps.size(); i++) {
            Member raised = line.steps.get(i).figure;
            if (i > 0 && isDifference(m, line.steps.get(i - 1).figure.value.amount(), raised.value.amount())) {
                return true;
            }
            for (Statement s : raised.statements()) {
                if (s.revises() && s.previous() != null && isDifference(m, s.previous(), raised.value.amount())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDifference(Member m, Amount before, Amount after) {
        Amount more = m.value.amount();
        return before.currency().equals(after.currency())
                && after.currency().equals(more.currency())
                && Amounts.near(after.headline() - before.headline(), more.headline());
    }

    /** The lines that a total can be the new value of. */
    static List<Line> basesOf(Member m, List<Line> fitting) {
        List<Line> bases = new ArrayList<>();
        for (Line line : fitting) {
            boolean here = m.fit.sharesPlace(line.fit())
                    || (m.fit.placeless() && line.fit().placeless());
            if (here && !line.isAddition() && !line.isClosed() && m.value.isLargerThan(line.live().figure.value)) {
                bases.add(line);
            }
        }
        return bases;
    }

    /** The additions at the place that a total can include. */
    static List<Line> additionsOf(Member m, List<Line> fitting) {
        List<Line> additions = new ArrayList<>();
        for (Line line : fitting) {
            if (line.isAddition()
                    && !line.isClosed()
                    && (m.fit.sharesPlace(line.fit())
                            || (m.fit.placeless() && line.fit().placeless()))
                    && m.value.isLargerThan(line.live().figure.value)) {
                additions.add(line);
            }
        }
        return additions;
    }
}
