package io.outlay.local.cli;

import io.outlay.aggregate.ledger.Explanation.Subject;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.aggregate.rolling.AsOf;
import io.outlay.aggregate.rolling.RollingTotals;
import io.outlay.contracts.Countries;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.PostingHistory;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingTotal.Dimension;
import io.outlay.contracts.RollingWindow;
import io.outlay.contracts.Topics;
import io.outlay.local.road.TopicReader;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code outlay totals}: what the topics say. */
@Command(
        name = "totals",
        description = {
            "The rolling totals that stand in the topics, or in what 'outlay ledger' printed. Of an earlier day:",
            "--as-of is what was announced by then, by what is known today; --known-at what was believed then."
        },
        mixinStandardHelpOptions = true)
public final class TotalsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "LEDGER",
            description = "What 'outlay ledger' printed, - for standard input; else the topics are read.")
    private @Nullable String ledger;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--by", paramLabel = "company|country", description = "Whose totals; default company.")
    private Dimension by = Dimension.COMPANY;

    @Option(
            names = "--basis",
            paramLabel = "headquarters|destination",
            description = "Which country of a commitment is meant; default both.")
    private @Nullable Basis basis;

    @Option(names = "--measure", paramLabel = "M", description = "One of ${COMPLETION-CANDIDATES}; default all.")
    private @Nullable Measure measure;

    @Option(
            names = "--window",
            paramLabel = "30d",
            converter = WindowConverter.class,
            description = "One of 7d, 30d, 90d, 365d and all; default all of them.")
    private @Nullable RollingWindow window;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "What was announced by this day, summed anew from the postings (YYYY-MM-DD).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DAY",
            description =
                    "What was believed at the end of this day (UTC), from postings-history; with --as-of, of what was"
                            + " announced by that day.")
    private @Nullable LocalDate knownAt;

    @Option(
            names = "--of",
            paramLabel = "WHOM",
            description = "Only one company or country, by name, id or code: Meta, meta, China, CN.")
    private @Nullable String whom;

    @Option(
            names = "--unconverted",
            description = "Instead of totals: the commitments that have no exchange rate and so stand in none.")
    private boolean unconverted;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            description = "Default table, in billions of US dollars.")
    private ListingFormat format = ListingFormat.TABLE;

    private @Nullable LedgerView view;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (unconverted) {
            printUnconverted(view(), out);
            return;
        }
        Subject only = whom == null ? null : new Names(view().ledger()).find(whom);
        if (only != null) {
            by = dimension(only);
        }
        List<RollingTotal> totals = new ArrayList<>();
        for (RollingTotal total : totals()) {
            if (wanted(total) && (only == null || total.entity().equals(only.id()))) {
                totals.add(total);
            }
        }
        print(totals, out);
    }

    /** Read once, and only when it is needed: the totals alone are a small part of it. */
    private LedgerView view() {
        if (view == null) {
            view = LedgerView.of(ledger, kafka);
        }
        return view;
    }

    private static Dimension dimension(Subject subject) {
        return switch (subject.kind()) {
            case PAYER -> Dimension.COMPANY;
            case COUNTRY -> Dimension.COUNTRY;
            case COMMITMENT ->
                throw new CommandFailedException(
                        "a commitment has no totals of its own: see 'outlay explain " + subject.id() + "'");
        };
    }

    private Collection<RollingTotal> totals() {
        if (knownAt != null) {
            return knownAt(knownAt);
        }
        if (asOf != null) {
            Collection<Posting> postings = ledger == null && view == null
                    ? new TopicReader(kafka.client()).latest(Topics.POSTINGS).values()
                    : view().ledger().postings();
            return RollingTotals.of(AsOf.announced(postings, asOf), asOf, Countries.standard()::nameOf);
        }
        return ledger == null && view == null ? current(new TopicReader(kafka.client())) : view().totals();
    }

    private Collection<RollingTotal> current(TopicReader topics) {
        return topics.latest(
                        switch (by) {
                            case COMPANY -> Topics.SPEND_BY_COMPANY;
                            case COUNTRY -> Topics.SPEND_BY_COUNTRY;
                        })
                .values();
    }

    private Collection<RollingTotal> knownAt(LocalDate day) {
        if (ledger != null) {
            throw new BadValueException("--known-at needs the topics: 'outlay ledger' knows of no earlier belief");
        }
        if (day.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            throw new BadValueException("nobody knows yet what will be believed on " + day);
        }
        List<PostingHistory> history = new ArrayList<>();
        history.addAll(
                new TopicReader(kafka.client()).latest(Topics.POSTINGS_HISTORY).values());
        LocalDate announcedBy = asOf == null ? day : asOf;
        return RollingTotals.of(
                AsOf.announced(AsOf.believed(history, day), announcedBy), announcedBy, Countries.standard()::nameOf);
    }

    private void printUnconverted(LedgerView from, PrintWriter out) {
        LedgerFold then = asOf == null ? from.ledger() : from.ledger().asOf(asOf);
        List<Unconverted> all = Unconverted.of(then.commitments()).stream()
                .filter(u -> measure == null || u.measure() == measure)
                .filter(u -> whom == null
                        || u.payer()
                                .equals(new Names(from.ledger()).findPayer(whom).id()))
                .toList();
        switch (format) {
            case TABLE -> Unconverted.table(all).print(out);
            case CSV, JSON -> format.print(all, out);
        }
    }

    private boolean wanted(RollingTotal total) {
        return total.dimension() == by
                && (measure == null || total.measure() == measure)
                && (window == null || total.window() == window)
                && (basis == null || total.basis() == basis);
    }

    private void print(List<RollingTotal> totals, PrintWriter out) {
        switch (format) {
            case TABLE -> TotalsTable.print(by, totals, out);
            case CSV, JSON -> format.print(totals, out);
        }
    }

    /** {@code 30d} and its like. */
    static final class WindowConverter implements ITypeConverter<RollingWindow> {
        @Override
        public RollingWindow convert(String label) {
            try {
                return RollingWindow.ofLabel(label.toLowerCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
