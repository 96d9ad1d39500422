package io.outlay.local.cli;

import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.aggregate.ledger.Rates;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Countries;
import io.outlay.contracts.EnrichedArticle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay ledger}: articles in; commitments, postings and totals out. */
@Command(
        name = "ledger",
        description = {
            "Commitments, postings and rolling totals (NDJSON) of articles or of what 'outlay tag' prints; no Kafka.",
            "The same code as the services, and the same bytes as their topics; any order of the lines gives the same."
        },
        mixinStandardHelpOptions = true)
public final class LedgerCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "A file, a folder, or - for standard input.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "What was announced by this day (YYYY-MM-DD); else the last announcement or publication day.")
    private @Nullable LocalDate asOf;

    @Mixin
    private final LedgerInputs inputs = new LedgerInputs();

    @Mixin
    private final CompaniesOption companies = new CompaniesOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SourceReading reading = new SourceReading(spec.commandLine().getErr());
        List<EnrichedArticle> articles = new EnrichedInput(reading, companies).read(source);
        LedgerFold fold = LedgerFold.of(articles, inputs.corrections(), inputs.rates());
        LocalDate day = asOf != null ? asOf : LastDay.of(articles, fold.lastDay());
        fold.lines(day, Countries.standard()::nameOf).forEach(out::println);
        return reading.exitCode();
    }

    /** What the ledger needs beside articles. */
    static final class LedgerInputs {
        @Option(
                names = "--rates",
                paramLabel = "FILE",
                description =
                        "Exchange rates beside the shipped table: NDJSON of fx-rates, or a file of the ECB; or its address.")
        private @Nullable String ratesFile;

        @Option(names = "--corrections", paramLabel = "FILE", description = "Corrections by analysts, NDJSON.")
        private @Nullable Path correctionsFile;

        Rates rates() {
            return RatesFile.table(ratesFile);
        }

        List<Correction> corrections() {
            return correctionsFile == null ? List.of() : NdjsonFile.read(correctionsFile, Correction.class);
        }
    }
}
