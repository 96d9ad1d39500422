package io.outlay.local.cli;

import io.outlay.aggregate.ledger.Explain;
import io.outlay.aggregate.ledger.Explanation;
import io.outlay.aggregate.ledger.Explanation.Subject;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingWindow;
import java.io.PrintWriter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay explain}: a total down to its sentences. */
@Command(
        name = "explain",
        description = {
            "What stands behind the totals of a company or a country, or behind one commitment: the lines that add up to",
            "each total, their revisions with rate and rule, and the sentences. Reads the topics, or what",
            "'outlay ledger' printed: outlay ledger FILE | outlay explain Meta -"
        },
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Runnable {
    /** How an explanation is printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "WHOM",
            description =
                    "A company or country by name, id or code (Meta, meta, China, CN), or the id of a commitment or of"
                            + " any of its figures; its first digits will do.")
    @SuppressWarnings("NullAway.Init")
    private String whom;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LEDGER",
            description = "What 'outlay ledger' printed, - for standard input; else the topics are read.")
    private @Nullable String ledger;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(
            names = "--measure",
            paramLabel = "M",
            description = "One of ${COMPLETION-CANDIDATES}; default all. With ANNOUNCED goes what it is derived from.")
    private @Nullable Measure measure;

    @Option(
            names = "--basis",
            paramLabel = "headquarters|destination",
            description = "Of a country: where the payers are, or where the money goes; default both.")
    private @Nullable Basis basis;

    @Option(
            names = "--window",
            paramLabel = "30d",
            converter = TotalsCommand.WindowConverter.class,
            description = "The change within 7d, 30d, 90d or 365d; default all, the stock.")
    private RollingWindow window = RollingWindow.ALL;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "What was announced by this day (YYYY-MM-DD); else by the last day that the totals hold for.")
    private @Nullable LocalDate asOf;

    @Option(names = "--brief", description = "The totals and the lines that add up to them, no sentences.")
    private boolean brief;

    @Option(names = "--format", paramLabel = "text|json", description = "Default text; json is one object.")
    private Format format = Format.TEXT;

    @Override
    public void run() {
        LedgerView view = LedgerView.of(ledger, kafka);
        Subject subject = new Names(view.ledger()).find(whom);
        LocalDate day = asOf != null ? asOf : view.day();
        Explanation explanation = Explain.of(subject, measure, basis, view.ledger(), day, window);
        if (explanation.sums().isEmpty() && explanation.commitments().isEmpty()) {
            throw new CommandFailedException("nothing of " + subject.name()
                    + (measure == null ? "" : " stands under " + measure)
                    + " by " + day + "; leave out options to see more");
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> new ExplainText(out).print(explanation, !brief);
            case JSON -> out.println(Json.string(explanation));
        }
    }
}
