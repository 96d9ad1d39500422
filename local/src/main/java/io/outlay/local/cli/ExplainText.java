package io.outlay.local.cli;

import io.outlay.aggregate.ledger.Explanation;
import io.outlay.aggregate.ledger.Explanation.Kind;
import io.outlay.aggregate.ledger.Explanation.Part;
import io.outlay.aggregate.ledger.Explanation.Stocks;
import io.outlay.aggregate.ledger.Explanation.Sum;
import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Band;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RateUsed;
import io.outlay.contracts.Revision;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import io.outlay.local.cli.TextTable.Align;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An {@link Explanation} for people: the totals as columns that add up, then each commitment down to its sentences. */
final class ExplainText {
    private static final String DOLLARS = "US dollars";

    private final PrintWriter out;

    ExplainText(PrintWriter out) {
        this.out = out;
    }

    /** @param sentences whether the commitments follow with their revisions and evidence */
    void print(Explanation e, boolean sentences) {
        out.println(e.subject().name() + " (" + e.subject().id() + "), as of " + e.asOf());
        e.notes().forEach(note -> out.println("note: " + note));
        Map<String, List<Posting>> postings = new HashMap<>();
        for (Sum sum : e.sums()) {
            out.println();
            print(e, sum);
            sum.parts().forEach(part -> postings.put(part.line(), part.postings()));
        }
        if (sentences) {
            for (Commitment c : e.commitments()) {
                out.println();
                print(c, postings.getOrDefault(c.id(), List.of()));
            }
        }
    }

    private void print(Explanation e, Sum sum) {
        out.println(heading(e, sum));
        boolean ofOnePayer = e.subject().kind() != Kind.COUNTRY && sum.measure() == Measure.ANNOUNCED;
        TextTable table = new TextTable(
                List.of("LOW", "HEADLINE", "HIGH", ofOnePayer ? "DAY" : "LINE", "WHAT"),
                List.of(Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT));
        for (Part part : sum.parts()) {
            if (ofOnePayer) {
                part.postings().forEach(p -> table.row(cells(band(p), p.day().toString(), p.cause())));
            } else {
                table.row(cells(part.usd(), part.line(), what(e, part)));
            }
        }
        table.row(cells(sum.usd(), "total", ""));
        table.print(out);
        sum.parts().stream().filter(part -> ofOnePayer).map(Part::derivedFrom).forEach(stocks -> {
            if (stocks != null) {
                out.println(derivation(stocks));
            }
        });
    }

    private static String heading(Explanation e, Sum sum) {
        Basis basis = sum.basis();
        String where = basis == null
                ? ""
                : switch (basis) {
                    case HEADQUARTERS -> " by payers from " + e.subject().name();
                    case DESTINATION ->
                        e.subject().id().equals("*")
                                ? " where no country is named"
                                : " to be spent in " + e.subject().name();
                };
        String when = e.window() == RollingWindow.ALL
                ? "all time"
                : "change within " + e.window().days() + " days, from "
                        + e.asOf().minusDays(e.window().days() - 1L) + " on";
        return sum.measure() + where + ", " + when + ", in " + DOLLARS;
    }

    private static List<String> cells(Band band, String line, String what) {
        return List.of(Money.units(band.low()), Money.units(band.headline()), Money.units(band.high()), line, what);
    }

    private static String what(Explanation e, Part part) {
        List<String> what = new ArrayList<>();
        if (e.subject().kind() == Kind.COUNTRY) {
            what.add(part.payerName());
        }
        if (part.period() != null) {
            what.add(part.period());
        }
        if (part.state() != null) {
            what.add(words(part.state()));
        }
        if (part.why() != null) {
            what.add(part.why());
        }
        Stocks stocks = part.derivedFrom();
        if (stocks != null) {
            what.add(derivation(stocks));
        }
        if (part.postings().stream().anyMatch(p -> p.headlineUsd() == null)) {
            what.add("some of it has no rate and is not in the sum");
        }
        return String.join(", ", what);
    }

    /** R15 in words, with its numbers. */
    private static String derivation(Stocks stocks) {
        String announced =
                "the larger of GUIDANCE " + Money.units(stocks.guidance().headline()) + " and COMMITMENT "
                        + Money.units(stocks.commitment().headline());
        String plus = stocks.publicMoney().equals(Band.ZERO)
                ? ""
                : ", plus PUBLIC " + Money.units(stocks.publicMoney().headline());
        return announced + plus + " (low likewise; high is their sum)";
    }

    private void print(Commitment c, List<Posting> postings) {
        out.println(c.id() + "  " + c.payer().name() + " (" + c.payer().id() + ", "
                + c.payer().country() + "), "
                + c.measure() + about(c) + ": " + words(c.state()) + "; "
                + count(c.articles(), "article") + ", " + count(c.independentSources(), "independent source")
                + (c.newestEvidence() == null ? "" : ", newest " + c.newestEvidence()));
        Set<LocalDate> shown = new TreeSet<>();
        for (Revision r : c.revisions()) {
            print(r);
            for (Posting p : postings) {
                if (p.day().equals(r.day()) && shown.add(p.day())) {
                    out.println("    posted " + signed(p) + ", " + p.cause());
                }
            }
            r.evidence().forEach(this::print);
        }
        for (Posting p : postings) {
            if (shown.add(p.day())) {
                out.println("  " + p.day() + "  posted " + signed(p) + ", " + p.cause());
            }
        }
        printFolded(c);
        if (c.partOf() != null) {
            out.println("  inside: " + c.partOf());
        }
        for (AppliedCorrection a : c.corrections()) {
            out.println(
                    "  corrected: " + a.action() + " by " + a.author() + (a.reason() == null ? "" : ": " + a.reason())
                            + "; take it back with 'outlay correct revoke " + a.id() + "'");
        }
        c.notes().forEach(note -> out.println("  note: " + note));
    }

    private static String about(Commitment c) {
        return (c.period() == null ? "" : " " + c.period().key())
                + (c.destination() == null ? "" : ", in " + c.destination())
                + (c.site() == null ? "" : ", at " + c.site())
                + (c.counterparty() == null ? "" : ", with " + c.counterparty().name());
    }

    private void print(Revision r) {
        RateUsed rate = r.rate();
        boolean dollars = r.currency().equals("USD");
        String usd = r.usd() == null || rate == null
                ? "no rate"
                : "USD " + Money.band(r.usd()) + " at " + rate.unitsPerUsd() + " " + r.currency() + " per dollar ("
                        + rate.day() + ", " + rate.basis() + ")";
        out.println(
                "  " + (r.day() == null ? "no day    " : r.day()) + "  " + words(r.change()) + ", " + words(r.status())
                        + ": " + r.currency() + " " + Money.band(new Band(r.low(), r.headline(), r.high()))
                        + (dollars ? "" : " = " + usd));
        out.println(
                "    counts " + (r.counted() == null ? "nothing" : "USD " + Money.band(r.counted())) + ": " + r.why());
    }

    private void print(CommitmentEvidence e) {
        out.println("    \"" + e.quote().replaceAll("\\s+", " ").strip() + "\"");
        out.println("      characters " + e.start() + "-" + e.end() + " of " + e.articleId()
                + (e.source() == null ? "" : ", " + e.source())
                + (e.day() == null ? "" : ", " + e.day())
                + "; rule " + e.rule() + ", confidence " + e.confidence()
                + (e.url() == null ? "" : ", " + e.url()));
    }

    /** Figures that say what a revision says, or were taken in by the line: they made no revision of their own. */
    private void printFolded(Commitment c) {
        List<String> folded = new ArrayList<>(c.figures());
        c.revisions().forEach(r -> folded.remove(r.figure()));
        if (!folded.isEmpty()) {
            out.println("  also told as: " + String.join(", ", folded));
        }
    }

    private static Band band(Posting p) {
        return p.lowUsd() == null || p.headlineUsd() == null || p.highUsd() == null
                ? Band.ZERO
                : new Band(p.lowUsd(), p.headlineUsd(), p.highUsd());
    }

    private static String signed(Posting p) {
        if (p.lowUsd() == null || p.headlineUsd() == null || p.highUsd() == null) {
            return "nothing, as there is no rate";
        }
        boolean one = p.lowUsd().equals(p.headlineUsd()) && p.headlineUsd().equals(p.highUsd());
        return "USD "
                + (one
                        ? Money.change(p.headlineUsd())
                        : Money.change(p.lowUsd()) + " / " + Money.change(p.headlineUsd()) + " / "
                                + Money.change(p.highUsd()));
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
