package io.outlay.enrich.text.amount;

import io.outlay.contracts.Qualifier;
import io.outlay.contracts.RateUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk over one text: reads quantities, joins two to a range, links an amount to the one it repeats. */
final class AmountScan {
    private final String text;
    private final TextLanguage language;
    private final QuantityReader reader;
    private final AmountWords words;
    private final Triggers triggers;
    private final Quantity first = new Quantity();
    private final Quantity second = new Quantity();
    private final CurrencyLexicon.Hit hit = new CurrencyLexicon.Hit(new CurrencyName(List.of("XXX"), true, false, 0));
    private final List<FoundAmount> found = new ArrayList<>();
    /** Nothing before it belongs to an amount that is still to come. */
    private int floor;

    AmountScan(String text, AmountHints hints, QuantityReader reader, AmountWords words, Triggers triggers) {
        this.text = text;
        this.language = new TextLanguage(text, hints.language());
        this.reader = reader;
        this.words = words;
        this.triggers = triggers;
    }

    List<FoundAmount> run() {
        int at = triggers.next(text, 0);
        while (at < text.length()) {
            at = triggers.next(text, step(at));
        }
        return List.copyOf(found);
    }

    /** Reads what begins at {@code at}; gives the place from which to go on. */
    private int step(int at) {
        if (!reader.read(text, at, floor, language, first, hit)) {
            return first.end;
        }
        if (joinsRange()) {
            emit(second.end);
        } else if (first.hasCurrency()) {
            emit(first.end);
        } else {
            return first.end;
        }
        return floor;
    }

    /** Whether a second quantity follows that is the upper end of a range with the first. */
    private boolean joinsRange() {
        second.reset(first.end);
        boolean between = words.isBetween(text, first.start, floor);
        int at = between ? words.afterAnd(text, first.end) : words.afterTo(text, first.end);
        boolean lostDash = at < 0;
        at = lostDash ? Chars.skipSpace(text, first.end) : at;
        int number = reader.numberBehindSign(text, at, hit);
        if (number < 0 || lostDash && number == at) {
            return false;
        }
        if (!reader.read(text, number, at, language, second, hit)) {
            return false;
        }
        if (lostDash) {
            return first.scaled && second.scaled && sameCurrency() && first.before != null && isRising(2);
        }
        if (!between && first.hasCurrency() && first.scaled && words.isChange(text, first.start, floor)) {
            return false;
        }
        if (!first.hasCurrency() && !second.hasCurrency() || !sameCurrency()) {
            return false;
        }
        boolean tight = second.start - first.end <= 1;
        if (!first.hasCurrency() && !between && !tight && !second.scaled && !second.hasCurrency()) {
            return false;
        }
        if (!second.hasCurrency() && !second.scaled && !between && !tight) {
            return false;
        }
        inheritScale();
        return isRising(1000);
    }

    private boolean sameCurrency() {
        if (!first.hasCurrency() || !second.hasCurrency()) {
            return true;
        }
        for (String code : first.candidates()) {
            if (second.candidates().contains(code)) {
                return true;
            }
        }
        return false;
    }

    /** {@code $65-72 billion}: the scale of the upper end is that of the lower, too. */
    private void inheritScale() {
        if (!first.scaled && second.scaled && first.mantissa < 1000) {
            BigDecimal upper = BigDecimal.valueOf(second.mantissa, -(second.power - second.scalePower));
            if (first.value().compareTo(upper) <= 0) {
                first.power += second.scalePower;
                first.scaled = true;
                first.scalePower = second.scalePower;
            }
        }
    }

    private boolean isRising(int most) {
        BigDecimal low = first.value();
        BigDecimal high = second.value();
        return low.compareTo(high) <= 0
                && low.signum() > 0
                && high.compareTo(low.multiply(BigDecimal.valueOf(most))) <= 0;
    }

    private void emit(int end) {
        boolean range = end == second.end && second.valid && second.end > first.end;
        Quantity upper = range ? second : first;
        int before = floor;
        floor = end;
        if (upper.tooLarge()) {
            return;
        }
        List<String> candidates = candidates(range);
        Qualifier qualifier = range ? Qualifier.RANGE : qualifier(before, end);
        BigDecimal high = first.vagueHigh > 0 ? first.vagueHighValue() : upper.value();
        BigDecimal headline = range ? high : first.value();
        BigDecimal low = qualifier == Qualifier.UP_TO ? BigDecimal.ZERO : first.value();
        RateUnit per = words.rate(text, end);
        AmountLink link = link(candidates.get(0));
        boolean ambiguous = candidates.size() > 1;
        if (ambiguous && link != null && link.kind() == AmountLink.Kind.CONVERSION_OF) {
            ambiguous = false;
        }
        found.add(new FoundAmount(
                first.start, end, low, headline, high, candidates.get(0), candidates, ambiguous, qualifier, per, link));
    }

    private List<String> candidates(boolean range) {
        if (!range || !second.hasCurrency()) {
            return first.candidates();
        }
        if (!first.hasCurrency()
                || second.candidates().size() < first.candidates().size()) {
            return second.candidates();
        }
        return first.candidates();
    }

    private Qualifier qualifier(int before, int end) {
        if (first.vagueHigh > 0) {
            return Qualifier.VAGUE;
        }
        Qualifier qualifier = words.qualifierBefore(text, first.start, before);
        if (qualifier == null) {
            qualifier = words.qualifierAfter(text, end);
        }
        return qualifier == null ? Qualifier.EXACT : qualifier;
    }

    private @Nullable AmountLink link(String currency) {
        if (found.isEmpty()) {
            return null;
        }
        FoundAmount last = found.get(found.size() - 1);
        AmountLink.Kind kind = words.beside(text, last.end(), first.start);
        if (kind == null
                || kind == AmountLink.Kind.CONVERSION_OF && last.currency().equals(currency)) {
            return null;
        }
        return new AmountLink(kind, found.size() - 1);
    }
}
