package io.outlay.aggregate.ledger;

import io.outlay.contracts.Band;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Posting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signed changes of what counts: the sum of a line's postings up to a day is what counts of it on that day. */
final class Postings {
    private Postings() {}

    /** A line's postings, in order of day; days on which nothing changes have none. */
    static List<Posting> of(
            Payer payer, String line, Measure measure, @Nullable String destination, List<CountedStep> steps) {
        List<Posting> postings = new ArrayList<>();
        Band before = Band.ZERO;
        @Nullable Band usdBefore = Band.ZERO;
        String currency = null;
        for (CountedStep step : steps) {
            if (step.day() == null) {
                continue;
            }
            String currencyNow = step.figure().value.amount().currency();
            boolean sameCurrency = currency == null || currency.equals(currencyNow) || before.equals(Band.ZERO);
            Band change = sameCurrency ? step.counted().minus(before) : null;
            Band usdChange = difference(usdBefore, step.countedUsd());
            if (isChange(change) || isChange(usdChange)) {
                postings.add(new Posting(
                        Posting.TYPE,
                        line,
                        payer.id(),
                        payer.name(),
                        payer.country(),
                        destination == null ? "*" : destination,
                        measure,
                        step.day(),
                        usdChange == null ? null : usdChange.low(),
                        usdChange == null ? null : usdChange.headline(),
                        usdChange == null ? null : usdChange.high(),
                        change == null ? null : change.low(),
                        change == null ? null : change.headline(),
                        change == null ? null : change.high(),
                        change == null ? null : currencyNow,
                        step.cause()));
            }
            before = step.counted();
            usdBefore = step.countedUsd();
            currency = currencyNow;
        }
        return postings;
    }

    private static boolean isChange(@Nullable Band change) {
        return change != null && !change.equals(Band.ZERO);
    }

    /** Null when there was no rate and is none; what had a rate and has none any more goes. */
    private static @Nullable Band difference(@Nullable Band before, @Nullable Band now) {
        if (now == null) {
            return before == null || before.equals(Band.ZERO) ? null : before.negated();
        }
        return now.minus(before == null ? Band.ZERO : before);
    }
}
