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
    private static final String NO_RATE = "-";

    public static SeriesPosting of(Posting posting) {
        Long low = posting.lowUsd();
        Long headline = posting.headlineUsd();
        Long high = posting.highUsd();
        Band usd = low == null || headline == null || high == null ? null : new Band(low, headline, high);
        return new SeriesPosting(
                posting.line(), posting.day(), usd, posting.cause(), posting.payerName(), posting.payerCountry());
    }

    /** What it adds to the total of a window that it lies in. */
    Sums sums() {
        return usd == null
                ? Sums.ZERO
                : new Sums(usd.low(), usd.headline(), usd.high(), Math.min(usd.headline(), 0), 0, 0);
    }

    /** All but its line and day, which are in the key of its row: {@code sums;cause;country;name}, sums {@code -} without a rate. */
    String row() {
        return (usd == null ? NO_RATE : sums().text()) + ";" + cause + ";" + payerCountry + ";" + payerName;
    }

    static SeriesPosting ofRow(String line, LocalDate day, String row) {
        String[] fields = row.split(";", 4);
        Band usd = null;
        if (!fields[0].equals(NO_RATE)) {
            Sums sums = Sums.ofText(fields[0]);
            usd = new Band(sums.low(), sums.headline(), sums.high());
        }
        return new SeriesPosting(line, day, usd, fields[1], fields[3], fields[2]);
    }
}
