package io.outlay.local.cli;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Revision;
import io.outlay.local.cli.TextTable.Align;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A commitment whose live value has no exchange rate: it keeps its native amount, and stands in no dollar total.
 *
 * @param day from which the value holds
 */
record Unconverted(
        String commitment,
        String payer,
        String payerName,
        Measure measure,
        @Nullable LocalDate day,
        String currency,
        long low,
        long headline,
        long high) {
    /** Sorted by payer and day. */
    static List<Unconverted> of(Collection<Commitment> commitments) {
        return commitments.stream()
                .filter(c -> c.measure().hasTotals() && c.state() != CommitmentState.REJECTED)
                .flatMap(c -> {
                    Revision last = c.revisions().get(c.revisions().size() - 1);
                    return last.usd() != null || last.day() == null ? Stream.of() : Stream.of(of(c, last));
                })
                .sorted(Comparator.comparing(Unconverted::payer).thenComparing(Unconverted::commitment))
                .toList();
    }

    private static Unconverted of(Commitment c, Revision r) {
        return new Unconverted(
                c.id(),
                c.payer().id(),
                c.payer().name(),
                c.measure(),
                r.day(),
                r.currency(),
                r.low(),
                r.headline(),
                r.high());
    }

    static TextTable table(List<Unconverted> all) {
        TextTable table = new TextTable(
                List.of("PAYER", "MEASURE", "DAY", "CURRENCY", "LOW", "HEADLINE", "HIGH", "COMMITMENT"),
                List.of(
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.LEFT));
        for (Unconverted u : all) {
            table.row(List.of(
                    u.payerName,
                    u.measure.name(),
                    String.valueOf(u.day),
                    u.currency,
                    Money.units(u.low),
                    Money.units(u.headline),
                    Money.units(u.high),
                    u.commitment));
        }
        return table;
    }
}
