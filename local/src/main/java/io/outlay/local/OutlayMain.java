package io.outlay.local;

import io.outlay.local.cli.BadValueException;
import io.outlay.local.cli.BenchCommand;
import io.outlay.local.cli.ChaosCommand;
import io.outlay.local.cli.CommandFailedException;
import io.outlay.local.cli.ContractCommand;
import io.outlay.local.cli.CorrectCommand;
import io.outlay.local.cli.DeadLettersCommand;
import io.outlay.local.cli.DemoCommand;
import io.outlay.local.cli.EvaluateCommand;
import io.outlay.local.cli.ExplainCommand;
import io.outlay.local.cli.IngestCommand;
import io.outlay.local.cli.LedgerCommand;
import io.outlay.local.cli.RatesCommand;
import io.outlay.local.cli.ReadCommand;
import io.outlay.local.cli.ResetCommand;
import io.outlay.local.cli.RetagCommand;
import io.outlay.local.cli.ReviewCommand;
import io.outlay.local.cli.RunCommand;
import io.outlay.local.cli.SourcesCommand;
import io.outlay.local.cli.TagCommand;
import io.outlay.local.cli.TopicsCommand;
import io.outlay.local.cli.TotalsCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code outlay}: the command line. Results go to standard output, everything else to standard error.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 bad usage. An error is one line that says what to do.
 */
@Command(
        name = "outlay",
        description = "A live, explainable ledger of announced AI spending.",
        mixinStandardHelpOptions = true,
        version = "outlay 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            IngestCommand.class,
            ReadCommand.class,
            TagCommand.class,
            LedgerCommand.class,
            TotalsCommand.class,
            ExplainCommand.class,
            ReviewCommand.class,
            CorrectCommand.class,
            RatesCommand.class,
            SourcesCommand.class,
            TopicsCommand.class,
            ContractCommand.class,
            RetagCommand.class,
            ResetCommand.class,
            DeadLettersCommand.class,
            EvaluateCommand.class,
            ChaosCommand.class,
            BenchCommand.class
        })
public final class OutlayMain {
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;
    /** As wide as the longest line of a description. */
    private static final int HELP_WIDTH = 120;

    private OutlayMain() {}

    public static void main(String[] args) {
        CommandLineLogs.setUp();
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = FAILED;
        try {
            exitCode = run(utf8(FileDescriptor.out), err, args);
        } catch (Error e) {
            // Picocli passes errors on, and a broker in this JVM has threads that would outlive this one.
            e.printStackTrace(err);
            err.flush();
        } finally {
            System.exit(exitCode);
        }
    }

    /** Runs one command; returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new OutlayMain())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, OutlayMain::day)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler(OutlayMain::sayBadUsage)
                .setExecutionExceptionHandler((e, command, parsed) -> sayFailure(e, command));
        commandLine.setExecutionStrategy(parsed -> {
            if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
                throw new ParameterException(commandLine, "a command is missing");
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        int exitCode = commandLine.execute(args);
        out.flush();
        err.flush();
        return exitCode;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("a day is YYYY-MM-DD, not '" + text + "'");
        }
    }

    private static int sayBadUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("outlay: " + oneLine(e) + didYouMean(e) + "; see '" + name + " --help'");
        return BAD_USAGE;
    }

    private static String didYouMean(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return ", did you mean '" + unmatched.getSuggestions().get(0) + "'?";
        }
        return "";
    }

    private static int sayFailure(Exception e, CommandLine command) {
        command.getErr().println("outlay: " + oneLine(e));
        if (e instanceof BadValueException) {
            return BAD_USAGE;
        }
        if (!(e instanceof CommandFailedException) && System.getenv("OUTLAY_DEBUG") != null) {
            e.printStackTrace(command.getErr());
        }
        return FAILED;
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    /** Standard streams in UTF-8 whatever the machine's locale says. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
    }
}
