package io.outlay.aggregate.ledger;

import io.outlay.aggregate.fx.RateTable;
import io.outlay.contracts.Band;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.Revision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ledgers for tests, and short ways to say what stands in them. */
final class Ledgers {
    static final Rates RATES =
            RateTable.with(Scenario.fixedRates(Map.of("EUR", "1.25", "CNY", "0.125", "GBP", "1.25")));

    private Ledgers() {}

    /** Each told by an article of its own site. */
    static LedgerFold of(Told... told) {
        return of(List.of(), told);
    }

    static LedgerFold of(List<Correction> corrections, Told... told) {
        return LedgerFold.ofClaims(articles(told), corrections, RATES);
    }

    static List<ClaimSet> articles(Told... told) {
        List<ClaimSet> sets = new ArrayList<>();
        for (Told t : told) {
            sets.add(t.article("a" + sets.size()));
        }
        return sets;
    }

    /** {@code low/headline/high} in billions of dollars that count on a day. */
    static String stock(LedgerFold fold, Measure measure, String day) {
        Band sum = Band.ZERO;
        for (Posting p : fold.postings()) {
            if (p.measure() == measure && !p.day().isAfter(LocalDate.parse(day)) && p.headlineUsd() != null) {
                sum = sum.plus(new Band(p.lowUsd(), p.headlineUsd(), p.highUsd()));
            }
        }
        return band(sum);
    }

    /** One line each: measure, state, and its revisions as {@code day change counted}, sorted. */
    static String commitments(LedgerFold fold) {
        return fold.commitments().stream().map(Ledgers::commitment).sorted().collect(Collectors.joining("\n"));
    }

    private static String commitment(Commitment c) {
        return c.measure() + " " + c.state() + ": "
                + c.revisions().stream().map(Ledgers::revision).collect(Collectors.joining(", "));
    }

    private static String revision(Revision r) {
        return r.day() + " " + r.change() + " " + (r.counted() == null ? "no rate" : band(r.counted()));
    }

    /** The reason of each revision of the only commitment of these figures' line. */
    static String why(LedgerFold fold, Told told) {
        return fold.commitments().stream()
                .filter(c -> c.figures().contains(told.figure()))
                .flatMap(c -> c.revisions().stream())
                .map(Revision::why)
                .collect(Collectors.joining("; "));
    }

    static Commitment commitment(LedgerFold fold, Told told) {
        return fold.commitments().stream()
                .filter(c -> c.figures().contains(told.figure()))
                .findFirst()
                .orElseThrow();
    }

    /** Billions: {@code 80} when the three are one, else {@code 60/65/65}. */
    static String band(Band band) {
        String all = billions(band.low()) + "/" + billions(band.headline()) + "/" + billions(band.high());
        return band.low() == band.high() ? billions(band.headline()) : all;
    }

    private static String billions(long units) {
        return BigDecimal.valueOf(units, 9).stripTrailingZeros().toPlainString();
    }
}
