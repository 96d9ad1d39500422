package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Measure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * R13: which line is a part of a larger one of the same payer and measure. Said to be a part, it counts nothing while the larger one
 * lives; lying inside it without a word, only its upper end counts.
 */
final class Containment {
    /**
     * @param whole the larger line
     * @param stated whether a text says so, or a period of guidance lies in the other
     */
    record Part(Line whole, boolean stated) {}

    private static final Pattern QUARTER = Pattern.compile("[A-Z]{2}\\d{4}Q\\d");

    private Containment() {}

    /** The parts among a payer's lines. */
    static Map<Line, Part> of(Collection<Line> lines, Rates rates) {
        Map<Line, Part> parts = new HashMap<>();
        for (Line line : lines) {
            if (line.disputed == null && !line.rejected) {
                Part part = partOf(line, lines, rates);
                if (part != null) {
                    parts.put(line, part);
                }
            }
        }
        return parts;
    }

    private static @Nullable Part partOf(Line line, Collection<Line> lines, Rates rates) {
        for (Member m : line.members) {
            Amount whole = m.partOf();
            if (whole != null) {
                Line found = stated(line, Value.of(whole, m.firstDay, null, rates), lines);
                return found == null ? null : new Part(found, true);
            }
        }
        if (line.isAddition()) {
            return null;
        }
        Fit fit = line.fit();
        boolean quarter = isQuarter(fit);
        if (!quarter && (fit.site() == null || fit.destination() == null || !Fit.isKnown(fit.period()))) {
            return null;
        }
        Part best = null;
        for (Line other : lines) {
            boolean contains = quarter ? isYearOf(fit, other.fit()) : isInside(fit, other.fit());
            if (contains
                    && other != line
                    && isUsable(other)
                    && isLarger(other, line)
                    && (best == null || isBefore(other, best.whole()))) {
                best = new Part(other, quarter);
            }
        }
        return best;
    }

    /** The larger line at the amount that the text names; else the only larger one at the same place. */
    private static @Nullable Line stated(Line part, Value whole, Collection<Line> lines) {
        Line atAmount = null;
        Line atPlace = null;
        int larger = 0;
        for (Line other : lines) {
            if (other == part
                    || !isUsable(other)
                    || other.fit().measure() != part.fit().measure()
                    || !isLarger(other, part)) {
                continue;
            }
            boolean agrees = other.steps.stream().anyMatch(s -> whole.agreesWithAnEndOf(s.figure.value));
            if (agrees && other.fit().placeFits(part.fit()) && (atAmount == null || isBefore(other, atAmount))) {
                atAmount = other;
            }
            if (other.fit().sharesPlace(part.fit()) && !other.isAddition()) {
                larger++;
                atPlace = other;
            }
        }
        return atAmount != null ? atAmount : larger == 1 ? atPlace : null;
    }

    /** The larger names a destination and no site; the smaller names a site, and lies in that destination and period. */
    private static boolean isInside(Fit part, Fit whole) {
        return part.measure() == whole.measure()
                && part.measure() != Measure.GUIDANCE
                && whole.destination() != null
                && whole.site() == null
                && part.site() != null
                && whole.destination().equals(part.destination())
                && whole.placeFits(part)
                && part.periodLiesIn(whole);
    }

    private static boolean isQuarter(Fit fit) {
        return fit.measure() == Measure.GUIDANCE
                && fit.period() != null
                && fit.period().key().indexOf('Q') > 0
                && QUARTER.matcher(fit.period().key()).matches();
    }

    private static boolean isYearOf(Fit quarter, Fit whole) {
        return whole.measure() == Measure.GUIDANCE
                && !isQuarter(whole)
                && whole.placeFits(quarter)
                && quarter.periodLiesIn(whole);
    }

    private static boolean isUsable(Line line) {
        return line.disputed == null && !line.rejected;
    }

    private static boolean isLarger(Line whole, Line part) {
        return highest(whole).isLargerThan(highest(part));
    }

    private static Value highest(Line line) {
        List<Line.Step> steps = line.steps;
        Value highest = steps.get(0).figure.value;
        for (Line.Step step : steps) {
            highest = step.figure.value.isLargerThan(highest) ? step.figure.value : highest;
        }
        return highest;
    }

    private static boolean isBefore(Line a, Line b) {
        return Member.ORDER.compare(a.steps.get(0).figure, b.steps.get(0).figure) < 0;
    }
}
