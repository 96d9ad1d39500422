package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are one commitment. Figures are taken in order of day ({@link Member#ORDER}); each joins a line or opens one, by the
 * first of the questions in {@link #assign} that finds an answer.
 */
final class Grouping {
    private final Rates rates;
    private final Map<Member, String> disputed;
    private final Map<Measure, List<Line>> lines = new EnumMap<>(Measure.class);
    private final Map<Member, Line> lineOf = new HashMap<>();
    /** The figures that texts call a total. */
    private final List<Member> totals;
    /** The figures that texts call an addition. */
    private final List<Member> additions;

    private Grouping(Rates rates, Map<Member, String> disputed, Collection<Member> members) {
        this.rates = rates;
        this.disputed = disputed;
        this.totals = members.stream().filter(m -> m.says(Change.TOTAL)).toList();
        this.additions = members.stream().filter(m -> m.says(Change.ADDS)).toList();
    }

    /** One statement of one figure. */
    record Told(Member member, Statement statement) {
        /** On its first day a figure comes as late as its most telling words have it come. */
        int rank() {
            boolean opening = statement.plain() && Objects.equals(statement.day(), member.firstDay);
            return opening ? member.rank : Statement.rank(statement.change());
        }
    }

    private static final Comparator<Told> IN_TIME = Comparator.comparing(
                    (Told t) -> t.statement().day(), Statement.UNKNOWN_DAY_LAST)
            .thenComparingInt(Told::rank)
            .thenComparing(t -> t.statement().status())
            .thenComparing(t -> t.member().value.amount(), Amounts.ORDER)
            .thenComparing(t -> t.member().id())
            .thenComparing(Told::statement, Statement.ORDER);

    /**
     * The lines of a payer's figures.
     *
     * @param disputed figures that are not believed, with the reason: each stands alone and takes no part
     */
    static List<Line> of(Collection<Member> members, Map<Member, String> disputed, Rates rates) {
        Grouping grouping = new Grouping(rates, disputed, members);
        for (Told t : inTime(members)) {
            Line line = grouping.lineOf.get(t.member());
            if (line == null) {
                grouping.assign(t.member(), t.statement());
            } else {
                grouping.accept(t.member(), line, t.statement());
            }
        }
        List<Line> all = new ArrayList<>();
        grouping.lines.values().forEach(all::addAll);
        return all;
    }

    /** All that is told of some figures, in the order in which it is taken. */
    static List<Told> inTime(Collection<Member> members) {
        List<Told> told = new ArrayList<>();
        for (Member m : members) {
            m.statements().forEach(s -> told.add(new Told(m, s)));
        }
        told.sort(IN_TIME);
        return told;
    }

    private void assign(Member m, Statement s) {
        String doubt = disputed.get(m);
        if (doubt != null || m.summary.rejected()) {
            Line alone = open(m, s);
            alone.disputed = doubt;
            alone.rejected = m.summary.rejected();
            return;
        }
        Candidates candidates = new Candidates(m, lines.getOrDefault(m.fit.measure(), List.of()), rates);
        if (!joinsGuidanceOfItsPeriod(m, s, candidates)
                && !joinsWhatItChanges(m, s, candidates)
                && !joinsWhatItRestates(m, s, candidates)
                && !joinsRange(m, s, candidates)
                && !isSumOrShareOfAnIncrease(m, candidates)
                && !joinsTotalsBase(m, s, candidates)
                && !joinsTheOnlyLine(m, s, candidates)
                && !joinsItsRumour(m, s, candidates)
                && !joinsOtherPeriod(m, s, candidates)) {
            open(m, s);
        }
    }

    /** {@code raised to 72, up from 65}: the line that stands at 65. */
    private boolean joinsWhatItChanges(Member m, Statement s, Candidates candidates) {
        for (Statement words : m.words()) {
            if (!words.revises() || words.previous() == null) {
                continue;
            }
            Line line = candidates.at(words.previous());
            if (line == null) {
                continue;
            }
            if (candidates.explainSum(m.value.amount(), line)) {
                return fold(m, line, Additions.SUM);
            }
            return join(
                    m,
                    line,
                    new Statement(s.day(), s.status(), words.change(), words.previous(), s.partOf(), s.articles()));
        }
        return false;
    }

    /** R10: the line of which a stated revision has this amount. */
    private boolean joinsWhatItRestates(Member m, Statement s, Candidates candidates) {
        Statement adds = first(m, Change.ADDS);
        boolean onTop = adds != null && adds.previous() != null; // of what it names, so no base is meant
        Line toldAgain = adds == null ? null : candidates.bestAgreeing(true);
        Line line = toldAgain != null || onTop ? toldAgain : candidates.bestAgreeing(false);
        if (line == null || (adds != null && toldAgain == null && Additions.isAsMuchAgain(m, adds, line, totals))) {
            return false;
        }
        if (line.hasFolded(m) && line.steps.stream().noneMatch(step -> m.value.agreesWithAnEndOf(step.figure.value))) {
            return fold(m, line, Additions.SUM);
        }
        if (s.change() == Change.ADDS && !line.isAddition()) {
            line.notes.add("told as an addition, though it is the whole");
            return join(m, line, s.as(Change.RESTATED));
        }
        return join(m, line, firstWords(m, s));
    }

    /** R11: guidance for one period is one line, whatever its amount; an increase of it is none. */
    private boolean joinsGuidanceOfItsPeriod(Member m, Statement s, Candidates candidates) {
        if (m.fit.measure() != Measure.GUIDANCE || m.says(Change.ADDS) || m.partOf() != null) {
            return false;
        }
        for (Line line : candidates.fitting()) {
            if (line.fit().sameKnownPeriod(m.fit) && !line.isAddition() && !isPart(line)) {
                return candidates.explainSum(m.value.amount(), line)
                        ? fold(m, line, Additions.SUM)
                        : join(m, line, firstWords(m, s));
            }
        }
        return false;
    }

    private boolean joinsRange(Member m, Statement s, Candidates candidates) {
        if (m.rank != 0 || m.partOf() != null) {
            return false;
        }
        Line line = candidates.onlyRange();
        return line != null && join(m, line, s);
    }

    /** R12: a sum of what stands, or an increase that a line has taken in. */
    private boolean isSumOrShareOfAnIncrease(Member m, Candidates candidates) {
        if (m.says(Change.ADDS)) {
            for (Line line : candidates.fitting()) {
                if (Additions.isIncreaseOf(m, line)) {
                    return fold(m, line, Additions.INCREASE);
                }
            }
            return false;
        }
        List<Member> toCome = additionsToCome(m);
        for (Line line : candidates.fitting()) {
            if (candidates.explainSum(m.value.amount(), line) || isSumWithNews(m, line, toCome)) {
                return fold(m, line, Additions.SUM);
            }
        }
        return false;
    }

    /** One text tells the sum alone, another of the same news the addition, which is taken after it. */
    private List<Member> additionsToCome(Member m) {
        List<Member> toCome = new ArrayList<>();
        for (Member addition : additions) {
            if (!Line.isLongAfter(addition.firstDay, m.firstDay)
                    && addition.fit.fits(m.fit)
                    && !lineOf.containsKey(addition)
                    && !disputed.containsKey(addition)) {
                toCome.add(addition);
            }
        }
        return toCome;
    }

    private static boolean isSumWithNews(Member m, Line line, List<Member> additionsToCome) {
        if (additionsToCome.isEmpty() || line.isAddition() || line.isClosed()) {
            return false;
        }
        Value now = line.live().figure.value;
        return additionsToCome.stream().anyMatch(addition -> Additions.isSum(m.value, now, addition.value));
    }

    /** R12: {@code bringing the total to}. */
    private boolean joinsTotalsBase(Member m, Statement s, Candidates candidates) {
        Statement total = first(m, Change.TOTAL);
        if (total == null) {
            return false;
        }
        List<Line> bases = Additions.basesOf(m, candidates.fitting());
        if (bases.size() == 1) {
            return join(m, bases.get(0), s.as(Change.TOTAL));
        }
        List<Line> additions = Additions.additionsOf(m, candidates.fitting());
        if (bases.isEmpty() && !additions.isEmpty()) {
            return fold(m, additions.get(0), Additions.UNRECORDED_BASE);
        }
        return false;
    }

    /** Words of change without the old value: the line that alone can be meant. */
    private boolean joinsTheOnlyLine(Member m, Statement s, Candidates candidates) {
        for (Statement words : m.words()) {
            Line line = null;
            if (words.stops() && !Line.isLongAfter(words.day(), s.day())) {
                line = candidates.onlyAtItsAmount();
                line = line != null ? line : candidates.onlyAtItsPlace();
            } else if (words.change() == Change.RAISED || words.change() == Change.CUT) {
                line = candidates.onlyOneThatCouldBe(words.change());
            }
            if (line != null) {
                return join(m, line, s.as(words.change()));
            }
        }
        return false;
    }

    /** R14: what had been rumoured or was a letter of intent becomes firm, often at another amount. */
    private boolean joinsItsRumour(Member m, Statement s, Candidates candidates) {
        if (m.summary.bestStatus() == Status.RUMOUR || m.rank != 0 || m.partOf() != null) {
            return false;
        }
        Line line = candidates.closestRumour();
        return line != null && join(m, line, s);
    }

    /** R8: one guidance, its period told in two ways. */
    private boolean joinsOtherPeriod(Member m, Statement s, Candidates candidates) {
        if (m.fit.measure() != Measure.GUIDANCE || m.rank != 0) {
            return false;
        }
        Line line = candidates.sameGuidanceForAnOverlappingPeriod();
        return line != null && join(m, line, s);
    }

    private boolean join(Member m, Line line, Statement s) {
        lineOf.put(m, line);
        accept(m, line, s);
        return true;
    }

    /** R12: a value that replaces the sum of a line and its additions takes the additions in. */
    private void accept(Member m, Line line, Statement s) {
        List<Line> ofMeasure = lines.getOrDefault(m.fit.measure(), List.of());
        List<Line> replaced = Additions.replacedBy(m, s, line, ofMeasure);
        if (replaced.isEmpty()) {
            line.accept(m, s);
            return;
        }
        Amount before = line.live().figure.value.amount();
        boolean fromTheSum = s.previous() != null;
        line.accept(m, fromTheSum ? s.from(before) : s);
        if (line.live().figure == m && !Amounts.sameNumbers(m.value.amount(), before)) {
            replaced.forEach(addition -> addition.takenIn(line.live().day, line));
        }
    }

    private boolean fold(Member m, Line line, String note) {
        lineOf.put(m, line);
        line.fold(m, note);
        return true;
    }

    private Line open(Member m, Statement s) {
        Line line = new Line();
        lineOf.put(m, line);
        lines.computeIfAbsent(m.fit.measure(), measure -> new ArrayList<>()).add(line);
        line.accept(m, firstWords(m, s));
        return line;
    }

    private static boolean isPart(Line line) {
        return line.steps.get(0).figure.partOf() != null;
    }

    /** A plain statement takes the most telling words that are said of the figure on its first day or soon after. */
    private static Statement firstWords(Member m, Statement s) {
        if (!s.plain() || s.day() == null) {
            return s;
        }
        for (Statement other : m.words()) {
            if (!other.plain()
                    && !other.stops()
                    && other.day() != null
                    && !other.day().isAfter(s.day().plusDays(Line.SAME_NEWS_DAYS))) {
                return new Statement(s.day(), s.status(), other.change(), other.previous(), s.partOf(), s.articles());
            }
        }
        return s;
    }

    private static @Nullable Statement first(Member m, Change change) {
        for (Statement s : m.words()) {
            if (s.change() == change) {
                return s;
            }
        }
        return null;
    }
}
