package io.outlay.local.bench;

import io.outlay.aggregate.rolling.Series;
import io.outlay.aggregate.rolling.SeriesChange;
import io.outlay.aggregate.rolling.SeriesPosting;
import io.outlay.contracts.Band;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingTotal.Dimension;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What rolling totals are measured on: postings of many payers, day after day for 120 days, and now and then the correction of an old one.
 *
 * @param payers take turns: with as many moves as payers, each has one
 */
record MoneyMoves(int count, int payers) {
    /** The day as of which all totals stand: that of the last posting. */
    static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    private static final int DAYS = 120;
    private static final int CORRECTED_AFTER_DAYS = 31;
    private static final int ONE_CORRECTION_IN = 100;
    private static final int LINES = 4;

    MoneyMoves {
        if (count > DAYS * payers) {
            throw new IllegalArgumentException("more than a posting for each payer and day");
        }
    }

    /**
     * One posting as it is now.
     *
     * @param change what it is more than before: what those add who cannot take back
     */
    record Move(String payer, String line, LocalDate day, long usd, long change) {
        static Move read(byte[] value) {
            return Json.read(value, Move.class);
        }

        /** A posting's own key, as long as it lives. */
        String key() {
            return payer + "|" + line + "|" + day;
        }

        long dayMs() {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }

        SeriesChange asChange() {
            Series series = new Series(Dimension.COMPANY, payer, null, Measure.COMMITMENT);
            SeriesPosting now = new SeriesPosting(line, day, new Band(usd, usd, usd), "new", payer, "US");
            return new SeriesChange(series, List.of(new SeriesChange.Change(line, day, now)));
        }
    }

    /** In order of day, but for the corrections: one in a hundred changes a posting that is more than 30 days old. */
    Stream<Move> all() {
        return IntStream.range(0, count).mapToObj(this::move);
    }

    private Move move(int i) {
        int back =
                CORRECTED_AFTER_DAYS * (count / DAYS) / ONE_CORRECTION_IN * ONE_CORRECTION_IN + ONE_CORRECTION_IN + 1;
        if (i % ONE_CORRECTION_IN == ONE_CORRECTION_IN - 1 && i >= back) {
            Move was = posted(i - back);
            long usd = usd(i);
            return new Move(was.payer(), was.line(), was.day(), usd, usd - was.usd());
        }
        return posted(i);
    }

    private Move posted(int i) {
        LocalDate day = TODAY.minusDays(DAYS - 1 - (long) i * DAYS / count);
        return new Move("payer-" + i % payers, "line-" + i / payers % LINES, day, usd(i), usd(i));
    }

    private static long usd(int i) {
        return (1 + new SplittableRandom(i).nextInt(500)) * 100_000_000L;
    }
}
