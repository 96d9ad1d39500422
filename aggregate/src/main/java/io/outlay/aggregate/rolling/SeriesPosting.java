package io.outlay.aggregate.rolling;

import io.outlay.contracts.Band;
import io.outlay.contracts.Posting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the totals of a series need to know of a posting.
 *
 * @param usd null without a rate: it moves no money, but counts as a posting
 */
public record SeriesPosting(
        String line, LocalDate day, @Nullable Band usd, String cause, String payerName, String payerCountry) {

    public static SeriesPosting of(Posting posting) {
        Long low = posting.lowUsd();
        Long headline = posting.headlineUsd();
        Long high = posting.highUsd();
        Band usd = low == null || headline == null || high == null ? null : new Band(low, headline, high);
        return new SeriesPosting(
                posting.line(), posting.day(), usd, posting.cause(), posting.payerName(), posting.payerCountry());
    }

    /** What it adds to a total when its day comes. */
    Sums entering() {
        return usd == null
                ? Sums.ZERO
                : new Sums(
                        usd.low(),
                        usd.headline(),
                        usd.high(),
                        Math.max(usd.headline(), 0),
                        Math.min(usd.headline(), 0),
                        0,
                        0);
    }

    /** What it adds to the window before when it leaves the window itself. */
    Sums expired() {
        return usd == null ? Sums.ZERO : new Sums(0, 0, 0, 0, 0, usd.headline(), 0);
    }
}
