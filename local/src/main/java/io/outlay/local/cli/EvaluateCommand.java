package io.outlay.local.cli;

import io.outlay.enrich.evaluate.Evaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay evaluate}: how well the tagger reads a labelled corpus. */
@Command(
        name = "evaluate",
        description = "Precision, recall and F1 of amounts, companies, countries and claims against a labelled corpus.",
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder with documents and labels.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    @Option(names = "--misses", description = "List every miss and every extra.")
    private boolean misses;

    @Mixin
    private final CompaniesOption companies = new CompaniesOption();

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException("cannot read " + folder + ": there is no such folder");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            Evaluation evaluation = Evaluation.of(folder, companies.tagger());
            out.println(json ? evaluation.json() : evaluation.text());
            if (misses) {
                evaluation.misses().forEach(out::println);
            }
            return 0;
        } catch (IOException e) {
            throw SourceReading.unreadable(folder.toString(), e);
        }
    }
}
