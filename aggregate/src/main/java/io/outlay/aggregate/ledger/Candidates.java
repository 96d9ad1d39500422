package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** R10: the lines that a figure may belong to, and the questions by which one of them is chosen. */
final class Candidates {
    /** A range whose ends are further apart says too little to take other figures in by itself. */
    private static final int WIDEST_RANGE = 5;

    /** What was rumoured and what becomes of it differ by no more. */
    private static final int RUMOUR_FACTOR = 2;

    private static final int RUMOUR_DAYS = 730;

    private final Member m;
    private final List<Line> fitting = new ArrayList<>();
    private final List<Line> placed = new ArrayList<>();
    /** What the open additions come to, by currency. */
    private final Map<String, Long> added = new HashMap<>(4);

    private final Rates rates;

    Candidates(Member m, List<Line> ofItsMeasure, Rates rates) {
        this.m = m;
        this.rates = rates;
        Amount whole = m.partOf();
        Value wholeValue = whole == null ? null : Value.of(whole, m.firstDay, null, rates);
        for (Line line : ofItsMeasure) {
            if (line.disputed != null || line.rejected || !line.fit().placeFits(m.fit)) {
                continue;
            }
            if (wholeValue != null && isWhole(line, wholeValue)) {
                continue;
            }
            placed.add(line);
            if (line.fit().periodFits(m.fit) || line.wasGivenThePeriodOf(m.fit)) {
                fitting.add(line);
                if (line.isAddition() && !line.isClosed()) {
                    Amount more = line.live().figure.value.amount();
                    added.merge(more.currency(), more.headline(), Long::sum);
                }
            }
        }
    }

    /** Whether an amount is what a line and its additions come to. */
    boolean explainSum(Amount told, Line base) {
        if (added.isEmpty() || base.isAddition() || base.isClosed()) {
            return false;
        }
        Amount now = base.live().figure.value.amount();
        Long more = added.get(now.currency());
        return more != null
                && told.currency().equals(now.currency())
                && Additions.isSum(told.headline(), now.headline(), more);
    }

    /** The lines about the same place or partner and period. */
    List<Line> fitting() {
        return fitting;
    }

    /** The line that stands, else stood, at an amount. */
    @Nullable
    Line at(Amount amount) {
        Value value = Value.of(amount, m.firstDay, null, rates);
        Line best = null;
        boolean bestLives = false;
        for (Line line : fitting) {
            boolean lives = value.agreesWithHeadlineOf(line.live().figure.value);
            boolean stood = lives || stoodAt(line, value);
            if (stood
                    && !line.isAddition()
                    && (best == null || (lives && !bestLives) || (lives == bestLives && isBetter(line, best)))) {
                best = line;
                bestLives = lives;
            }
        }
        best = best != null ? best : thatAddsUpTo(amount);
        return best != null ? best : onlyHereOfAnyPeriod(value);
    }

    /** A plan that is raised is often given longer: the only line at the place that stands at the amount. */
    private @Nullable Line onlyHereOfAnyPeriod(Value value) {
        Line only = null;
        for (Line line : placed) {
            boolean stands = m.fit.measure() != Measure.GUIDANCE
                    && isHere(line)
                    && !line.isClosed()
                    && !line.isAddition()
                    && value.agreesWithHeadlineOf(line.live().figure.value);
            if (stands && only != null) {
                return null;
            }
            only = stands ? line : only;
        }
        return only;
    }

    private boolean isHere(Line line) {
        return m.fit.sharesPlace(line.fit()) || (m.fit.placeless() && line.fit().placeless());
    }

    private @Nullable Line thatAddsUpTo(Amount sum) {
        for (Line line : fitting) {
            if (explainSum(sum, line)) {
                return line;
            }
        }
        return null;
    }

    /**
     * The line with a stated revision of this amount; of several the one that has more in common with the figure, then the latest.
     *
     * @param additionsOnly leaves out what others add to
     */
    @Nullable
    Line bestAgreeing(boolean additionsOnly) {
        Line best = null;
        int bestCloseness = 0;
        for (Line line : fitting) {
            int closeness = additionsOnly && !line.isAddition() ? 0 : closeness(line);
            if (closeness > 0
                    && (best == null
                            || closeness > bestCloseness
                            || (closeness == bestCloseness && isBetter(line, best)))) {
                best = line;
                bestCloseness = closeness;
            }
        }
        return best;
    }

    /** 3 when the numbers are the same, 2 when the headlines agree, 1 when another end does, 0 when nothing agrees. */
    private int closeness(Line line) {
        int closest = line.hasFolded(m) ? 1 : 0;
        for (Line.Step step : line.steps) {
            Value value = step.figure.value;
            if (!m.value.agreesWithAnEndOf(value)) {
                continue;
            }
            boolean same = m.value.sameCurrency(value)
                    && m.value.amount().headline() == value.amount().headline();
            closest = Math.max(closest, same ? 3 : m.value.agreesWithHeadlineOf(value) ? 2 : 1);
        }
        return closest;
    }

    /** The only line of which a range holds this amount, or whose amount lies in this range. */
    @Nullable
    Line onlyRange() {
        Line only = null;
        for (Line line : fitting) {
            boolean siteOnlyHere = m.fit.site() != null && line.fit().site() == null;
            if (siteOnlyHere || line.isAddition() || !sharesRange(line)) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = line;
        }
        return only;
    }

    private boolean sharesRange(Line line) {
        Value mine = m.value;
        boolean vague = mine.amount().qualifier() == Qualifier.VAGUE;
        boolean narrow = Amounts.isFullRange(mine.amount())
                && mine.amount().high() / RUMOUR_FACTOR <= mine.amount().low();
        for (Line.Step step : line.steps) {
            Value value = step.figure.value;
            if (mine.liesInside(value)
                    && value.amount().high() / WIDEST_RANGE <= value.amount().low()
                    && value.amount().qualifier() != Qualifier.VAGUE) {
                return true;
            }
            if ((vague || narrow) && value.liesInside(mine)) {
                return true;
            }
        }
        return false;
    }

    /** For words that stop a plan without its amount: the only line at the site, with the partner, or for the period. */
    @Nullable
    Line onlyAtItsPlace() {
        Line only = null;
        for (Line line : placed) {
            boolean site =
                    m.fit.site() != null && m.fit.site().equals(line.fit().site());
            boolean partner = m.fit.counterparty() != null
                    && m.fit.counterparty().equals(line.fit().counterparty());
            if (line.isClosed() || !(site || partner || line.fit().sameKnownPeriod(m.fit))) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = line;
        }
        return only;
    }

    /** For words that stop a plan of that amount, whatever period they name: the only line that stands at it. */
    @Nullable
    Line onlyAtItsAmount() {
        Line only = null;
        for (Line line : placed) {
            if (line.isClosed() || !m.value.agreesWithHeadlineOf(line.live().figure.value)) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = line;
        }
        return only;
    }

    /** For a raise or cut without the old value: the only line at the place whose value it could change. */
    @Nullable
    Line onlyOneThatCouldBe(Change change) {
        Line only = null;
        for (Line line : fitting) {
            Value now = line.live().figure.value;
            boolean direction = change == Change.RAISED ? m.value.isLargerThan(now) : now.isLargerThan(m.value);
            if (line.isClosed() || line.isAddition() || !isHere(line) || !direction) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = line;
        }
        return only;
    }

    /** The rumour or, for what is firm, the letter of intent about the same place or partner that comes closest. */
    @Nullable
    Line closestRumour() {
        Line closest = null;
        long least = Long.MAX_VALUE;
        for (Line line : fitting) {
            Line.Step live = line.live();
            Long distance = m.value.distance(live.figure.value);
            if (!StatusLadder.isFirm(live.status)
                    && line.members.stream()
                            .noneMatch(o -> o.isFirm() || (!m.isFirm() && o.summary.bestStatus() != Status.RUMOUR))
                    && m.fit.sharesPlace(line.fit())
                    && distance != null
                    && !m.value.isFurtherThan(farthestFrom(line), live.figure.value)
                    && daysBetween(live.day, m.firstDay) <= RUMOUR_DAYS
                    && (distance < least || (distance == least && closest != null && isBetter(line, closest)))) {
                closest = line;
                least = distance;
            }
        }
        return closest;
    }

    /** What becomes of {@code up to x} is seldom near x; and with one partner there is seldom more than one deal in talks. */
    private int farthestFrom(Line line) {
        boolean bound = line.live().figure.value.amount().qualifier() == Qualifier.UP_TO;
        boolean samePartner = m.fit.byCounterparty()
                && m.fit.counterparty() != null
                && m.fit.counterparty().equals(line.fit().counterparty());
        return bound || samePartner ? WIDEST_RANGE : RUMOUR_FACTOR;
    }

    /** The same three numbers for a period that overlaps: a company guides by one calendar, so one of the texts mistook it. */
    @Nullable
    Line sameGuidanceForAnOverlappingPeriod() {
        for (Line line : placed) {
            Value now = line.live().figure.value;
            if (Amounts.sameNumbers(now.amount(), m.value.amount())
                    && (line.fit().periodsOverlap(m.fit)
                            || line.members.stream().anyMatch(other -> other.fit.periodsOverlap(m.fit)))) {
                return line;
            }
        }
        return null;
    }

    private static boolean stoodAt(Line line, Value value) {
        for (Line.Step step : line.steps) {
            if (value.agreesWithAnEndOf(step.figure.value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole(Line line, Value whole) {
        return !m.value.agreesWithHeadlineOf(whole) && stoodAt(line, whole);
    }

    /** More in common first, then the later one, so that a vague restatement goes to the latest news. */
    private boolean isBetter(Line a, Line b) {
        int inCommon = Integer.compare(a.fit().partsInCommon(m.fit), b.fit().partsInCommon(m.fit));
        if (inCommon != 0) {
            return inCommon > 0;
        }
        int later = Statement.UNKNOWN_DAY_LAST.compare(a.live().day, b.live().day);
        if (later != 0) {
            return later > 0;
        }
        return a.steps.get(0).figure.id().compareTo(b.steps.get(0).figure.id()) < 0;
    }

    private static long daysBetween(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(from, to);
    }
}
