package io.outlay.local.cli;

import io.outlay.contracts.Json;
import io.outlay.local.bench.Bench;
import io.outlay.local.bench.BenchOptions;
import io.outlay.local.bench.BenchReport;
import io.outlay.local.bench.Benches;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay bench}: how fast it is, beside what it is compared with. */
@Command(
        name = "bench",
        description = {
            "Measures how fast Outlay is, each part beside what it is compared with, in one run: a Markdown table.",
            "Without a name, lists the benches."
        },
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which benches; 'all' for every one.")
    private List<String> names = List.of();

    @Option(names = "--corpus", paramLabel = "PATH", description = "Articles of your own: a file or folder.")
    private @Nullable String corpus;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "Measurements for a median (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--seconds", defaultValue = "2", description = "Length of one (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the results to FILE, as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (names.isEmpty()) {
            Benches.all().forEach(bench -> out.println(bench.name() + "\t" + bench.what()));
            return 0;
        }
        List<Bench> chosen = chosen();
        BenchOptions options = new BenchOptions(corpus, runs, seconds);
        List<BenchReport> reports = new ArrayList<>();
        for (Bench bench : chosen) {
            BenchReport report = bench.run(options);
            reports.add(report);
            out.println(report.markdown());
            out.flush();
        }
        if (json != null) {
            Files.write(json, Json.bytes(reports));
        }
        return 0;
    }

    private List<Bench> chosen() {
        List<Bench> chosen = new ArrayList<>();
        for (String name : names) {
            List<Bench> of = Benches.all().stream()
                    .filter(bench -> name.equals("all") || bench.name().equals(name))
                    .toList();
            if (of.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "there is no bench '" + name + "'; 'outlay bench' lists them");
            }
            chosen.addAll(of);
        }
        return chosen;
    }
}
