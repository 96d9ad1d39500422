package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Measure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * R16: figures that are not to be believed on the word of one source: more than 3 times away from the other values of their line, a slip
 * of a factor 10 or 1000, or the number of a known plan in another currency. They are kept, marked DISPUTED, and count 0.
 */
final class Plausibility {
    private static final int FACTOR = 3;
    private static final long[] SLIPS = {10, 1000};
    private static final int ENOUGH_SOURCES = 2;
    private static final int SAME_NEWS_DAYS = 7;
    /** No plan is so large, and no {@link Amount} takes more than 2^53. */
    private static final long LARGEST = 1_000_000_000_000_000L;

    private final EvidenceBook book;
    private final Map<Member, String> doubts = new HashMap<>();

    private Plausibility(EvidenceBook book) {
        this.book = book;
    }

    /** The figures that are not believed, with the reason. */
    static Map<Member, String> doubts(Collection<Line> lines, Rates rates, EvidenceBook book) {
        Plausibility plausibility = new Plausibility(book);
        lines.forEach(plausibility::farFromItsLine);
        plausibility.slips(lines, rates);
        return plausibility.doubts;
    }

    /**
     * What is firm is not measured by what was rumoured or intended, nor the other way round. Values within the factor of each other speak
     * for each other; that a text prints the old value beside the new says nothing for the new.
     */
    private void farFromItsLine(Line line) {
        List<Member> values = valuesOf(line);
        for (Member m : values) {
            List<Member> others = values.stream()
                    .filter(o -> o != m && !doubts.containsKey(o) && o.isFirm() == m.isFirm())
                    .toList();
            List<Member> far = others.stream().filter(o -> isFar(m, o)).toList();
            if (far.isEmpty()) {
                continue;
            }
            List<Member> near = new ArrayList<>(others);
            near.removeAll(far);
            near.add(m);
            boolean first = Member.ORDER.compare(m, far.get(0)) < 0;
            if (isWeak(near) && (!first || !isWeak(far))) {
                doubts.put(
                        m,
                        "more than " + FACTOR + " times away from the other values of "
                                + far.get(0).id());
            }
        }
    }

    /** The figures that state a value of the line, be it that another of the day went before; in order. */
    private static List<Member> valuesOf(Line line) {
        if (line.members.size() < 2) {
            return List.of();
        }
        return line.members.stream()
                .filter(m -> !line.isFolded(m) && !m.statements().stream().allMatch(Statement::stops))
                .sorted(Member.ORDER)
                .toList();
    }

    private static boolean isFar(Member a, Member b) {
        return a.value.isFurtherThan(FACTOR, b.value) && !isStepFromASum(a, b) && !isStepFromASum(b, a);
    }

    /** {@code raised to 30 from 20.5}, where 3 and an additional 17.5 stand. */
    private static boolean isStepFromASum(Member m, Member other) {
        for (Statement s : m.statements()) {
            Amount p = s.previous();
            if (p == null) {
                continue;
            }
            Value previous = new Value(p, null, null);
            if (m.value.sameCurrency(previous)
                    && previous.isLargerThan(other.value)
                    && !previous.agreesWithAnEndOf(other.value)
                    && !m.value.isFurtherThan(FACTOR, previous)) {
                return true;
            }
        }
        return false;
    }

    private void slips(Collection<Line> lines, Rates rates) {
        BySize bySize = new BySize(lines);
        Map<String, List<Member>> byDigits = new HashMap<>();
        for (Line line : lines) {
            for (Line.Step step : line.steps) {
                List<Member> same = byDigits.computeIfAbsent(digits(step.figure), digits -> new ArrayList<>());
                if (!same.contains(step.figure)) {
                    same.add(step.figure);
                }
            }
            slipInPrevious(line, bySize, rates);
        }
        for (List<Member> same : byDigits.values()) {
            for (Member m : same) {
                for (Member other : same) {
                    String slip = m == other ? null : slip(m, other);
                    if (slip != null && isWeak(m) && isDoubtedRatherThan(m, other)) {
                        doubts.put(m, slip);
                    }
                }
            }
        }
    }

    private static @Nullable String slip(Member m, Member other) {
        boolean place = m.fit.fits(other.fit)
                && (m.fit.sharesPlace(other.fit)
                        || m.fit.sameKnownPeriod(other.fit)
                        || (m.fit.placeless() && other.fit.placeless()));
        if (!place || m.partOf() != null || other.partOf() != null || isOneAtASite(m, other)) {
            return null;
        }
        Amount a = m.value.amount();
        Amount b = other.value.amount();
        long less = Math.min(a.headline(), b.headline());
        long more = Math.max(a.headline(), b.headline());
        if (!a.currency().equals(b.currency())) {
            boolean sameMoney = m.value.agreesWithAnEndOf(other.value) || other.value.agreesWithAnEndOf(m.value);
            return less == more && !sameMoney ? "the number of " + other.id() + " in another currency" : null;
        }
        for (long factor : SLIPS) {
            boolean telling = factor > SLIPS[0]
                    || less % leadingUnit(less) != 0
                    || m.fit.sameKnownPeriod(other.fit)
                    || isSameNews(m, other);
            if (less > 0 && less * factor == more && telling) {
                return "a slip of a factor " + factor + " from " + other.id();
            }
        }
        return null;
    }

    /** {@code raised by 5 billion from 5.3}, where 53 stand: the text lost a digit. */
    private void slipInPrevious(Line line, BySize lines, Rates rates) {
        Member m = line.steps.get(0).figure;
        for (Statement s : m.statements()) {
            Amount p = s.previous();
            if (p == null || p.headline() == 0 || namesAValueOf(line, p)) {
                continue;
            }
            for (long factor : SLIPS) {
                if (p.high() > LARGEST / factor) {
                    continue;
                }
                Amount times = new Amount(
                        p.low() * factor,
                        p.headline() * factor,
                        p.high() * factor,
                        p.currency(),
                        p.qualifier(),
                        p.per());
                Value corrected = Value.of(times, m.firstDay, null, rates);
                for (Line other : lines.near(corrected)) {
                    if (other != line
                            && other.fit().measure() == m.fit.measure()
                            && corrected.agreesWithHeadlineOf(other.live().figure.value)
                            && other.fit().fits(m.fit)
                            && isWeak(m)) {
                        doubts.put(
                                m,
                                "its old value is a slip of a factor " + factor + " from "
                                        + other.steps.get(0).figure.id());
                    }
                }
            }
        }
    }

    /** A line that stood at the old value confirms it. */
    private static boolean namesAValueOf(Line line, Amount previous) {
        Value value = new Value(previous, null, null);
        return line.steps.size() > 1
                && line.steps.stream().anyMatch(step -> value.agreesWithAnEndOf(step.figure.value));
    }

    /** Of two weak ones the later is doubted; on one day the one with fewer articles, then the smaller. */
    private boolean isDoubtedRatherThan(Member m, Member other) {
        if (!isWeak(other)) {
            return true;
        }
        int later = Statement.UNKNOWN_DAY_LAST.compare(m.firstDay, other.firstDay);
        if (later != 0) {
            return later > 0;
        }
        int articles = Integer.compare(m.articles(), other.articles());
        if (articles != 0) {
            return articles < 0;
        }
        return Amounts.ORDER.compare(m.value.amount(), other.value.amount()) < 0;
    }

    /** An analyst's reading is not doubted. */
    private boolean isWeak(Member m) {
        if (m.summary.corrections().stream().anyMatch(c -> c.action() == Correction.Action.SET)) {
            return false;
        }
        return m.articles() < ENOUGH_SOURCES || book.independentSources(m.id()) < ENOUGH_SOURCES;
    }

    /** Whether all of these together are the word of one source. */
    private boolean isWeak(List<Member> figures) {
        if (figures.size() == 1) {
            return isWeak(figures.get(0));
        }
        List<Source> articles = new ArrayList<>();
        for (Member m : figures) {
            if (!isWeak(m)) {
                return false;
            }
            articles.addAll(book.sources(m.id()));
        }
        return IndependentSources.count(articles) < ENOUGH_SOURCES;
    }

    /** A site's money is often a tenth of its country's. */
    private static boolean isOneAtASite(Member a, Member b) {
        return (a.fit.site() == null) != (b.fit.site() == null);
    }

    private static boolean isSameNews(Member a, Member b) {
        LocalDate x = a.firstDay;
        LocalDate y = b.firstDay;
        return x != null && y != null && Math.abs(ChronoUnit.DAYS.between(x, y)) <= SAME_NEWS_DAYS;
    }

    /** The power of ten of the first digit. */
    private static long leadingUnit(long number) {
        long unit = 1;
        while (number / unit >= 10) {
            unit *= 10;
        }
        return unit;
    }

    /** The significant digits of the headline, which a slip of the decimal point or of the currency leaves as they are. */
    private static String digits(Member m) {
        long digits = m.value.amount().headline();
        while (digits > 0 && digits % 10 == 0) {
            digits /= 10;
        }
        Measure measure = m.fit.measure();
        return measure + " " + digits;
    }
}
