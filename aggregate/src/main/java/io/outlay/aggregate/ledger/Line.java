package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A commitment in the making: the figures that are about it, and the revisions that follow from what was said of them, taken in order
 * of day. {@link Grouping} decides which figures a line has; the line decides what each statement does to its value (R11, R12, R14).
 */
final class Line {
    /** A raise told again within so many days is the same raise. */
    static final int SAME_NEWS_DAYS = 7;

    /** The value of the line from a day on. */
    static final class Step {
        final Member figure;
        final @Nullable LocalDate day;
        Status status;
        Change change;
        boolean openEnd;
        /** The line that has taken this one in: its new value includes it. */
        @Nullable
        Line takenInBy;

        final Set<Member> support = new LinkedHashSet<>();

        Step(Member figure, @Nullable LocalDate day, Status status, Change change) {
            this.figure = figure;
            this.day = day;
            this.status = status;
            this.change = change;
            this.support.add(figure);
        }

        /** Whether nothing counts of the line any more. */
        boolean closes() {
            return change == Change.CANCELLED || change == Change.DENIED || takenInBy != null;
        }
    }

    final Set<Member> members = new LinkedHashSet<>();
    final List<Step> steps = new ArrayList<>();
    final Set<String> notes = new TreeSet<>();
    /** Figures that are about the line but never its value: a sum that includes it, an increase that it has already taken in. */
    private final Set<Member> folded = new HashSet<>();
    /** Why the line counts nothing whatever it says; null when it does not. */
    @Nullable
    String disputed;

    boolean rejected;
    private @Nullable LineFit consensus;
    private @Nullable Fit fit;
    private @Nullable String id;

    /** What the line is about, as most articles have it. */
    Fit fit() {
        Fit known = fit;
        return known == null ? consensus().fit() : known;
    }

    /** Whether it was changed to a value whose own period the other fits: with a raise a plan is often given longer. */
    boolean wasGivenThePeriodOf(Fit other) {
        return other.measure() != Measure.GUIDANCE
                && steps.size() > 1
                && (live().change == Change.RAISED || live().change == Change.CUT || live().change == Change.TOTAL)
                && live().figure.fit.periodFits(other);
    }

    LineFit consensus() {
        LineFit known = consensus;
        if (known == null) {
            known = LineFit.of(members);
            consensus = known;
            fit = known.fit();
        }
        return known;
    }

    /** L8: a commitment has the id of its earliest figure. */
    String id() {
        String known = id;
        if (known == null) {
            Member first = members.iterator().next();
            for (Member m : members) {
                first = Member.ORDER.compare(m, first) < 0 ? m : first;
            }
            known = first.id();
            id = known;
        }
        return known;
    }

    boolean isAddition() {
        return !steps.isEmpty() && steps.get(0).change == Change.ADDS;
    }

    /** The last step, which holds now. */
    Step live() {
        return steps.get(steps.size() - 1);
    }

    boolean isClosed() {
        return live().closes();
    }

    /** The stated values, the live one last. A figure that was only folded in is none of them. */
    List<Step> values() {
        return steps;
    }

    /** A sum or increase that was folded in; told again, it finds this line. */
    boolean hasFolded(Member m) {
        for (Member f : folded) {
            if (m.value.agreesWithHeadlineOf(f.value)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a figure in that never is the line's value. */
    void fold(Member m, String note) {
        join(m);
        folded.add(m);
        notes.add(note);
        if (steps.isEmpty()) {
            steps.add(new Step(m, m.firstDay, m.statements().get(0).status(), Change.NEW));
        }
        live().support.add(m);
    }

    /** R12: from a day on another line's value includes this addition. */
    void takenIn(@Nullable LocalDate day, Line by) {
        Step live = live();
        Step taken = new Step(live.figure, day, live.status, Change.RESTATED);
        taken.takenInBy = by;
        if (isLater(day, live.day)) {
            taken.support.clear();
            steps.add(taken);
        } else {
            taken.support.addAll(live.support);
            steps.set(steps.size() - 1, taken);
        }
    }

    /** The line that has taken this one in; null when none has. */
    @Nullable
    Line takenInBy() {
        return live().takenInBy;
    }

    boolean isFolded(Member m) {
        return folded.contains(m);
    }

    void join(Member m) {
        if (members.add(m)) {
            id = null;
            consensus = null;
            fit = null;
            notes.addAll(m.summary.notes());
        }
    }

    /** A line of figures that an analyst put together: what the figures say, taken in order of day. */
    static Line replayed(Collection<Member> members, Collection<Line> from) {
        Line line = new Line();
        for (Line old : from) {
            old.folded.stream().filter(members::contains).forEach(line.folded::add);
            line.notes.addAll(old.notes);
        }
        for (Grouping.Told told : Grouping.inTime(members)) {
            line.accept(told.member(), told.statement());
        }
        return line;
    }

    /** What a statement does to the line. Statements come in order of day. */
    void accept(Member m, Statement s) {
        join(m);
        if (steps.isEmpty()) {
            steps.add(new Step(m, s.day(), s.status(), s.change()));
        } else if (s.day() == null || folded.contains(m)) {
            supported(m).support.add(m);
        } else if (live().day == null) {
            // what has no day counts nothing, and gives way to what has one
            Step undated = steps.remove(steps.size() - 1);
            Step dated = new Step(m, s.day(), s.status(), s.change());
            dated.support.addAll(undated.support);
            steps.add(dated);
        } else if (s.stops()) {
            stop(m, s);
        } else if (s.revises()) {
            change(m, s);
        } else {
            restate(m, s);
        }
    }

    private void stop(Member m, Statement s) {
        Step live = live();
        boolean repeated = live.closes() || (live.change == Change.PAUSED && s.change() == Change.PAUSED);
        if (repeated) {
            live.support.add(m);
        } else if (!StatusLadder.isFirm(s.status()) && StatusLadder.isFirm(live.status)) {
            live.support.add(m);
            notes.add("said to be " + Words.of(s.change()) + ", not confirmed");
        } else if (s.change() == Change.DENIED && !StatusLadder.isFirm(live.status) && lastFirm() != null) {
            Step firm = Objects.requireNonNull(lastFirm(), "asked above");
            Step back = new Step(firm.figure, s.day(), firm.status, Change.RESTATED);
            back.support.add(m);
            put(back);
        } else {
            Step stopped = new Step(live.figure, s.day(), live.status, s.change());
            stopped.support.clear();
            stopped.support.add(m);
            put(stopped);
        }
    }

    private @Nullable Step lastFirm() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (StatusLadder.isFirm(steps.get(i).status)) {
                return steps.get(i);
            }
        }
        return null;
    }

    /** Without words of change: evidence for a value that stands or stood, a fuller statement of it, or newer guidance (R11). */
    private void restate(Member m, Statement s) {
        Step live = live();
        Step stated = stated(m);
        if (stated != null && stated != live && stated == exactly(m)) {
            stated.support.add(m);
        } else if (isFuller(m, live)) {
            revise(m, s);
        } else if (agrees(m, live)) {
            live.support.add(m);
            climb(live, m, s);
        } else if (stated != null) {
            stated.support.add(m);
        } else if (live.closes()) {
            live.support.add(m);
            if (live.takenInBy == null) {
                notes.add("named again after it was " + Words.of(live.change));
            }
        } else {
            revise(m, s);
        }
    }

    /** With words of change: the value changes, unless it is the same change told again. */
    private void change(Member m, Statement s) {
        Step live = live();
        boolean same = Amounts.sameNumbers(m.value.amount(), live.figure.value.amount())
                || (!m.value.sameCurrency(live.figure.value) && agrees(m, live));
        if (same) {
            live.support.add(m);
            climb(live, m, s);
            if (isRaiseWithoutNumber(s, live)) {
                Step raised = new Step(m, s.day(), live.status, Change.RAISED);
                raised.openEnd = true;
                put(raised);
            }
        } else if (isNews(m, s, live)) {
            revise(m, s);
        } else {
            Step stated = stated(m);
            (stated == null ? live : stated).support.add(m);
        }
    }

    private static boolean isRaiseWithoutNumber(Statement s, Step live) {
        return s.change() == Change.RAISED
                && s.previous() == null
                && isPlain(live.change)
                && isLater(s.day(), live.day);
    }

    /** Whether a change is one from the value that stands, and not an old one told late. */
    private boolean isNews(Member m, Statement s, Step live) {
        Value to = m.value;
        Value now = live.figure.value;
        boolean otherEnd = isFuller(m, live) || (Amounts.isFullRange(to.amount()) && to.sameCurrency(now));
        if (s.previous() != null) {
            Value from = new Value(s.previous(), null, null);
            Long fromNow = namesAnEndOf(s.previous(), now) ? (Long) 0L : from.distance(now);
            Long toNow = to.distance(now);
            if (fromNow != null && toNow != null) {
                return fromNow < toNow || (fromNow.equals(toNow) && otherEnd && isFloorNews(s.previous(), to, now));
            }
        }
        if (agrees(m, live)) {
            return (otherEnd || to.amount().qualifier() == Qualifier.EXACT && !endOf(to, now))
                    && inDirection(s.change(), to, now)
                    && exactly(m) == null
                    && (isPlain(live.change) || !isSoonAfter(s.day(), live.day));
        }
        return stated(m) == null || inDirection(s.change(), to, now);
    }

    /** {@code 66 to 72, up from 64 to 72}: the headline stays, the lower end moves. */
    private static boolean isFloorNews(Amount from, Value to, Value now) {
        long floor = now.amount().low();
        return Math.abs(from.low() - floor) < Math.abs(to.amount().low() - floor);
    }

    /** {@code up from 66 to 72}, of which {@code from 66} alone may have been read. */
    private static boolean namesAnEndOf(Amount previous, Value now) {
        return previous.currency().equals(now.amount().currency())
                && previous.low() == previous.high()
                && (previous.headline() == now.amount().low()
                        || previous.headline() == now.amount().high());
    }

    private static boolean endOf(Value point, Value range) {
        long p = point.amount().headline();
        return p == range.amount().low() || p == range.amount().high();
    }

    private static boolean inDirection(Change change, Value to, Value now) {
        boolean higher = to.isLargerThan(now)
                || (to.sameCurrency(now)
                        && to.amount().headline() == now.amount().headline()
                        && to.amount().low() > now.amount().low());
        return switch (change) {
            case RAISED, TOTAL -> higher;
            case CUT -> !higher;
            case NEW, ADDS, RESTATED, PAUSED, CANCELLED, DENIED -> true;
        };
    }

    /** The step whose value a figure states: the live one before older ones. */
    private @Nullable Step stated(Member m) {
        Step exactly = exactly(m);
        if (exactly != null) {
            return exactly;
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (agrees(m, steps.get(i))) {
                return steps.get(i);
            }
        }
        return null;
    }

    /** The latest step of just these numbers. */
    private @Nullable Step exactly(Member m) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Member figure = steps.get(i).figure;
            if (figure == m || Amounts.sameNumbers(figure.value.amount(), m.value.amount())) {
                return steps.get(i);
            }
        }
        return null;
    }

    private Step supported(Member m) {
        Step stated = stated(m);
        return stated == null ? live() : stated;
    }

    private static boolean agrees(Member m, Step step) {
        return m.value.agreesWithAnEndOf(step.figure.value) || m.value.liesInside(step.figure.value);
    }

    /** R11: a full range of which one end agrees with the live value and the other does not says more than it. */
    private static boolean isFuller(Member m, Step step) {
        Value a = m.value;
        Value b = step.figure.value;
        if (!Amounts.isFullRange(a.amount()) || !a.sameCurrency(b)) {
            return false;
        }
        boolean low = Amounts.near(a.amount().low(), b.amount().low());
        boolean high = Amounts.near(a.amount().high(), b.amount().high());
        return low != high;
    }

    /** R14: a firmer statement of the live value. */
    private void climb(Step live, Member m, Statement s) {
        Status status = s.status();
        if (status.compareTo(live.status) <= 0 || live.closes()) {
            return;
        }
        boolean countsOtherwise = StatusLadder.isFirm(status) != StatusLadder.isFirm(live.status);
        if (countsOtherwise && isLater(s.day(), live.day)) {
            Change change = live.change == Change.PAUSED ? Change.PAUSED : Change.RESTATED;
            Step firmer = new Step(live.figure, s.day(), status, change);
            firmer.openEnd = live.openEnd;
            firmer.support.add(m);
            steps.add(firmer);
        } else {
            live.status = status;
        }
    }

    private void revise(Member m, Statement s) {
        put(new Step(m, s.day(), s.status(), s.change()));
    }

    /** R11: of two values on one day the higher status holds, then more articles, then the higher headline; words of change before all. */
    private void put(Step next) {
        Step live = live();
        if (isLater(next.day, live.day)) {
            steps.add(next);
            return;
        }
        if (BY_WEIGHT.compare(next, live) >= 0) {
            next.support.addAll(live.support);
            steps.set(steps.size() - 1, next);
            if (steps.size() == 1 && next.change == Change.RESTATED) {
                next.change = Change.NEW;
            }
        } else {
            live.support.add(next.figure);
        }
    }

    private static final Comparator<Step> BY_WEIGHT = Comparator.<Step>comparingInt(s -> Statement.rank(s.change))
            .thenComparing(s -> Amounts.isFullRange(s.figure.value.amount()))
            .thenComparing(s -> s.status)
            .thenComparing(s -> s.figure.articles())
            .thenComparing(s -> s.figure.value.size());

    private static boolean isPlain(Change change) {
        return change == Change.NEW || change == Change.RESTATED || change == Change.ADDS;
    }

    private static boolean isLater(@Nullable LocalDate day, @Nullable LocalDate than) {
        return day != null && than != null && day.isAfter(than);
    }

    /** Whether something told on a day is no repetition of the news of another. */
    static boolean isLongAfter(@Nullable LocalDate day, @Nullable LocalDate than) {
        return day != null && than != null && day.isAfter(than.plusDays(SAME_NEWS_DAYS));
    }

    private static boolean isSoonAfter(@Nullable LocalDate day, @Nullable LocalDate than) {
        return day != null && than != null && !day.isAfter(than.plusDays(SAME_NEWS_DAYS));
    }
}
