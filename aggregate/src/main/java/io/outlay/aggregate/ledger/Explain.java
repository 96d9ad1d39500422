package io.outlay.aggregate.ledger;

import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Band;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.Revision;
import io.outlay.contracts.RollingTotal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** L4: a total down to its postings, its commitments, their revisions, and the sentences behind them, as lines of text. */
public final class Explain {
    private Explain() {}

    /**
     * What stands behind a payer, a country or a commitment.
     *
     * @param entity a payer's id, a country's code (headquarters or destination), a commitment's id or that of any of its figures
     * @param measure leaves out all others; null for all
     * @return empty when nothing stands behind it
     */
    public static List<String> of(
            String entity,
            @Nullable Measure measure,
            Collection<RollingTotal> totals,
            Collection<Posting> postings,
            Collection<Commitment> commitments) {
        List<String> lines = new ArrayList<>();
        for (RollingTotal t : totals) {
            if (t.entity().equals(entity) && (measure == null || measure == t.measure())) {
                lines.add("total " + t.key() + " as of " + t.asOf() + ": "
                        + usd(new Band(t.lowUsd(), t.headlineUsd(), t.highUsd())) + ", " + t.cause());
            }
        }
        postings.stream()
                .filter(p -> isBehind(entity, p) && (measure == null || measure == p.measure()))
                .sorted(Comparator.comparing(Posting::day).thenComparing(Posting::line))
                .forEach(p -> lines.add("posting " + p.key() + " " + p.measure() + ": " + usd(p) + ", " + p.cause()));
        commitments.stream()
                .filter(c -> isBehind(entity, c) && (measure == null || measure == c.measure()))
                .sorted(Comparator.comparing(Commitment::id))
                .forEach(c -> lines.addAll(commitment(c)));
        return List.copyOf(lines);
    }

    /** A commitment with its revisions, what of each counts and why, and the sentences. */
    public static List<String> commitment(Commitment c) {
        List<String> lines = new ArrayList<>();
        lines.add("commitment " + c.id() + ": " + c.payer().name() + " " + c.measure() + " " + c.state()
                + (c.period() == null ? "" : ", " + c.period().key())
                + (c.destination() == null ? "" : ", in " + c.destination())
                + (c.site() == null ? "" : ", at " + c.site())
                + (c.counterparty() == null ? "" : ", with " + c.counterparty().name())
                + "; articles " + c.articles() + ", independent sources " + c.independentSources());
        for (Revision r : c.revisions()) {
            lines.add("  " + (r.day() == null ? "no day" : r.day()) + " "
                    + r.change().name().toLowerCase(Locale.ROOT) + ": "
                    + r.currency() + " " + band(new Band(r.low(), r.headline(), r.high()))
                    + (r.rate() == null
                            ? ", no rate"
                            : ", at " + r.rate().unitsPerUsd() + " (" + r.rate().day() + ", "
                                    + r.rate().basis() + ")")
                    + "; counts " + (r.counted() == null ? "nothing" : usd(r.counted())) + ": " + r.why());
            for (CommitmentEvidence e : r.evidence()) {
                lines.add("    \"" + e.quote() + "\" [" + e.start() + "-" + e.end() + "] " + e.rule() + ", "
                        + (e.url() == null ? e.articleId() : e.url()));
            }
        }
        for (AppliedCorrection a : c.corrections()) {
            lines.add(
                    "  corrected: " + a.action() + " by " + a.author() + (a.reason() == null ? "" : ", " + a.reason()));
        }
        c.notes().forEach(note -> lines.add("  note: " + note));
        return List.copyOf(lines);
    }

    private static boolean isBehind(String entity, Posting p) {
        return p.payer().equals(entity)
                || p.payerCountry().equals(entity)
                || p.line().equals(entity)
                || Arrays.asList(p.destination().split(";")).contains(entity)
                || p.destination().equals(entity);
    }

    private static boolean isBehind(String entity, Commitment c) {
        String destination = c.destination() == null ? "*" : c.destination();
        return c.payer().id().equals(entity)
                || c.payer().country().equals(entity)
                || c.figures().contains(entity)
                || destination.equals(entity)
                || Arrays.asList(destination.split(";")).contains(entity);
    }

    private static String usd(Posting p) {
        return p.lowUsd() == null || p.headlineUsd() == null || p.highUsd() == null
                ? "no rate"
                : usd(new Band(p.lowUsd(), p.headlineUsd(), p.highUsd()));
    }

    private static String usd(Band band) {
        return "USD " + band(band);
    }

    private static String band(Band band) {
        return band.low() == band.high()
                ? Long.toString(band.headline())
                : band.low() + " / " + band.headline() + " / " + band.high();
    }
}
