package io.outlay.enrich.text.amount;

import io.outlay.contracts.Qualifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk over one text: reads quantities, joins two to a range, links an amount to the one it repeats. */
final class AmountScan {
    /** How far back the currency of {@code another 5 billion} may stand, in characters. */
    private static final int SAME_BREATH = 300;

    private final String text;
    private final TextLanguage language;
    private final QuantityReader reader;
    private final AmountWords words;
    private final MinorUnits minorUnits;
    private final Triggers triggers;
    private final RangeJoiner ranges;
    private final Quantity first = new Quantity();
    private final Quantity second = new Quantity();
    private final CurrencyLexicon.Hit hit = new CurrencyLexicon.Hit();
    private final List<FoundAmount> found = new ArrayList<>();
    private long work;
    /** Nothing before it belongs to an amount that is still to come. */
    private int floor;

    AmountScan(
            String text,
            TextLanguage language,
            QuantityReader reader,
            AmountWords words,
            MinorUnits minorUnits,
            Triggers triggers) {
        this.text = text;
        this.language = language;
        this.reader = reader;
        this.words = words;
        this.minorUnits = minorUnits;
        this.triggers = triggers;
        this.ranges = new RangeJoiner(text, language, reader, words, hit);
    }

    /** Characters that the reading of quantities has passed so far; grows in step with the text, whatever stands in it. */
    long work() {
        return work;
    }

    List<FoundAmount> run() {
        int at = triggers.next(text, 0);
        while (at < text.length()) {
            // what begins with the article of "a million" ends before the word that was stopped at
            at = triggers.next(text, Math.max(step(at), at + 1));
        }
        return List.copyOf(found);
    }

    /** Reads what begins at {@code at}; gives the place from which to go on. */
    private int step(int at) {
        boolean number = reader.read(text, at, floor, language, first, hit);
        work += Math.max(first.end - at, 1);
        if (!number || first.vagueHigh > 0 && !first.scaled) {
            return first.end; // "tens of dollars" is too little to be read
        }
        second.reset(first.end);
        RangeJoiner.Joint joint = ranges.join(first, second, floor);
        work += second.end - first.end;
        switch (joint) {
            case RANGE -> emitRange();
            case TWO -> {
                // from 10 to 12 billion euros: the currency of the second is that of the first, too
                first.after = first.hasCurrency() ? first.after : second.name();
                emit(first.candidates(), false);
            }
            case NONE -> {
                if (first.hasCurrency()) {
                    minorUnits.read(text, language, first, second);
                    emit(first.candidates(), false);
                } else if (isMoreOfTheSame()) {
                    emit(found.get(found.size() - 1).candidates(), true);
                } else {
                    return first.end;
                }
            }
        }
        return floor;
    }

    /** {@code 15 billion euros for data centres and another 5 billion for networks}. */
    private boolean isMoreOfTheSame() {
        if (!first.scaled
                || found.isEmpty()
                || first.start - found.get(found.size() - 1).end() > SAME_BREATH) {
            return false;
        }
        int last = found.get(found.size() - 1).end();
        boolean more = words.isAgain(text, first.start, first.end, floor) || isListed(last);
        return more && !Sentences.endsBetween(text, last, first.start);
    }

    /** {@code A pledged 13.7 billion baht and B 4.5 billion}: millions at least, in digits, and nothing else is counted. */
    private boolean isListed(int last) {
        return first.scalePower >= 6
                && Chars.isDigit(text.charAt(first.start))
                && words.isWithoutNoun(text, first.end)
                && !words.countsBetween(text, last, first.start);
    }

    private void emitRange() {
        List<String> candidates = first.candidates();
        List<String> upper = second.candidates();
        if (candidates.isEmpty() || !upper.isEmpty() && upper.size() < candidates.size()) {
            candidates = upper;
        }
        int before = floor;
        floor = second.end;
        if (!second.tooLarge()) {
            BigDecimal high = second.value();
            add(second.end, first.value(), high, high, candidates, candidates.size() > 1, Qualifier.RANGE, before);
        }
    }

    private void emit(List<String> candidates, boolean understood) {
        int before = floor;
        floor = first.end;
        if (first.tooLarge() || words.isNever(text, first.start, before)) {
            return;
        }
        BigDecimal value = first.value();
        boolean guess = understood || candidates.size() > 1;
        if (first.vagueHigh > 0) {
            add(first.end, value, value, first.vagueHighValue(), candidates, guess, Qualifier.VAGUE, before);
            return;
        }
        Qualifier qualifier = qualifier(before);
        BigDecimal low = qualifier == Qualifier.UP_TO ? BigDecimal.ZERO : value;
        add(first.end, low, value, value, candidates, guess, qualifier, before);
    }

    private Qualifier qualifier(int before) {
        if (first.openEnded) {
            return Qualifier.AT_LEAST;
        }
        Qualifier qualifier = words.qualifierBefore(text, first.start, before);
        if (qualifier == null) {
            qualifier = words.qualifierAfter(text, first.end);
        }
        return qualifier == null ? Qualifier.EXACT : qualifier;
    }

    private void add(
            int end,
            BigDecimal low,
            BigDecimal headline,
            BigDecimal high,
            List<String> candidates,
            boolean guess,
            Qualifier qualifier,
            int before) {
        AmountLink link = link(headline, candidates);
        found.add(new FoundAmount(
                first.start,
                end,
                low,
                headline,
                high,
                candidates.get(0),
                candidates,
                guess && (link == null || link.kind() != AmountLink.Kind.CONVERSION_OF),
                qualifier,
                words.rate(text, end, first.start, before),
                link));
    }

    private @Nullable AmountLink link(BigDecimal headline, List<String> candidates) {
        if (found.isEmpty()) {
            return null;
        }
        FoundAmount last = found.get(found.size() - 1);
        AmountLink.Kind kind = words.beside(text, last.end(), first.start);
        if (kind == null) {
            return null;
        }
        boolean conversion = kind == AmountLink.Kind.CONVERSION_OF;
        boolean sameCurrency = last.currency().equals(candidates.get(0));
        if (conversion && sameCurrency && candidates.size() == 1 && last.isOtherMoneyThan(headline)) {
            found.set(found.size() - 1, last.without(candidates.get(0)));
        } else if (conversion == sameCurrency) {
            return null;
        }
        return new AmountLink(kind, found.size() - 1);
    }
}
