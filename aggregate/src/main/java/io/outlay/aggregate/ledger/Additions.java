package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import java.util.ArrayList;
import java.util.Collection;
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

    /** The additions that together with the line come to an amount; none when they do not. */
    static List<Line> ofSum(Amount told, Line base, List<Line> openAdditions) {
        if (base.isAddition() || base.isClosed()) {
            return List.of();
        }
        Amount now = base.live().figure.value.amount();
        long sum = now.headline();
        List<Line> additions = new ArrayList<>();
        for (Line addition : openAdditions) {
            Amount more = addition.live().figure.value.amount();
            if (more.currency().equals(now.currency())) {
                sum += more.headline();
                additions.add(addition);
            }
        }
        boolean explained =
                told.currency().equals(now.currency()) && isSum(told.headline(), now.headline(), sum - now.headline());
        return explained ? additions : List.of();
    }

    /** Whether a number is another and what was added to it, and not that other itself. */
    static boolean isSum(long told, long now, long added) {
        return Amounts.near(told, now + added) && !Amounts.near(now, now + added);
    }

    static boolean isSum(Value told, Value now, Value added) {
        return told.sameCurrency(now)
                && told.sameCurrency(added)
                && isSum(
                        told.amount().headline(),
                        now.amount().headline(),
                        added.amount().headline());
    }

    /**
     * Whether an addition is as much again as what stands, and not the whole told as an addition. Deals with one partner come in
     * tranches that are often alike; of a plan it takes a text that prints the sum. The whole is told again in other currencies, and
     * soon.
     *
     * @param totals the figures that texts call a total
     */
    static boolean isAsMuchAgain(Member m, Statement adds, Line line, Collection<Member> totals) {
        Line.Step stands = line.live();
        Amount now = stands.figure.value.amount();
        Amount more = m.value.amount();
        if (line.isClosed()
                || !more.currency().equals(now.currency())
                || !Line.isLongAfter(adds.day(), stands.day)
                || !m.fit.sharesPlace(line.fit())) {
            return false;
        }
        if (m.fit.byCounterparty() && m.fit.counterparty() != null) {
            return true;
        }
        for (Member total : totals) {
            Amount sum = total.value.amount();
            if (total.fit.fits(m.fit)
                    && sum.currency().equals(now.currency())
                    && Amounts.near(sum.headline(), now.headline() + more.headline())) {
                return true;
            }
        }
        return false;
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

    /**
     * The additions that a statement's value replaces together with the line's own: those that make up the sum which it changes;
     * without one, all of a period's when guidance is given anew, and all at the place when a total is told.
     */
    static List<Line> replacedBy(Member m, Statement s, Line line, List<Line> ofMeasure) {
        if (s.day() == null || s.stops() || line.isAddition() || line.steps.isEmpty() || line.isFolded(m)) {
            return List.of();
        }
        List<Line> additions = new ArrayList<>();
        for (Line other : ofMeasure) {
            if (other.isAddition() && !other.isClosed() && other.fit().fits(line.fit())) {
                additions.add(other);
            }
        }
        if (additions.isEmpty()) {
            return additions;
        }
        if (s.previous() != null) {
            List<Line> ofSum = ofSum(s.previous(), line, additions);
            if (!ofSum.isEmpty()) {
                return ofSum;
            }
        }
        additions.removeIf(other -> !replacesAll(m, s, other));
        return additions;
    }

    private static boolean replacesAll(Member m, Statement s, Line addition) {
        boolean guidanceAnew =
                m.fit.measure() == Measure.GUIDANCE && addition.fit().sameKnownPeriod(m.fit);
        boolean here = m.fit.sharesPlace(addition.fit())
                || (m.fit.placeless() && addition.fit().placeless());
        return m.value.isLargerThan(addition.live().figure.value)
                && (guidanceAnew || (s.change() == Change.TOTAL && here));
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
