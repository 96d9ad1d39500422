package io.outlay.local.cli;

import io.outlay.ingest.Intake;
import io.outlay.ingest.Intake.Tally;
import io.outlay.ingest.Readers;
import io.outlay.ingest.Sources;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import io.outlay.local.road.Feeding;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay ingest}: articles from sources onto the road. */
@Command(
        name = "ingest",
        description = {
            "Sends the articles of files, folders, pages and feeds to Kafka, where the ingest service takes them.",
            "A run that was stopped goes on where it was when it is started again."
        },
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description =
                    "A file, a folder, the address of a page or feed, edgar:8-k or edgar:WORDS, or - for standard input.")
    private List<String> sources = List.of();

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(
            names = "--follow-removals",
            description = "Retract an article when the page at its address answers 410, gone.")
    private boolean followRemovals;

    @Mixin
    private final ColumnsOption columns = new ColumnsOption();

    @Mixin
    private final WebOption web = new WebOption();

    @Override
    public Integer call() {
        kafka.client();
        PrintWriter err = spec.commandLine().getErr();
        long refused = 0;
        for (String name : sources) {
            try (Source source = open(name);
                    Bar bar = new Bar(name, err)) {
                Tally tally = Feeding.feed(source, kafka.settings(), Clock.systemUTC(), bar);
                refused += tally.refused();
                spec.commandLine()
                        .getOut()
                        .println(name + ": " + tally.found() + " articles, " + tally.gone() + " retracted, "
                                + tally.refused() + " refused");
            } catch (IOException e) {
                throw SourceReading.unreadable(name, e);
            }
        }
        return refused == 0 ? 0 : 1;
    }

    private Source open(String name) throws IOException {
        return name.equals(Readers.STANDARD_INPUT)
                ? new StandardInputSource(System.in, columns.columns())
                : Sources.open(name, columns.columns(), web.userAgent(), followRemovals, Clock.systemUTC());
    }

    /** Refusals as lines; on a terminal also a bar with records per second, share done and time left. */
    private static final class Bar implements Intake.Listener, AutoCloseable {
        private static final int UNKNOWN = -1;
        private static final int REDRAW_MS = 200;

        private final PrintWriter err;
        private final @Nullable ProgressBar bar;

        Bar(String name, PrintWriter err) {
            this.err = err;
            this.bar = !Progress.WATCHED
                    ? null
                    : new ProgressBarBuilder()
                            .setTaskName(name)
                            .setInitialMax(UNKNOWN)
                            .setUpdateIntervalMillis(REDRAW_MS)
                            .setConsumer(new ConsoleProgressBarConsumer(System.err))
                            .showSpeed()
                            .build();
        }

        @Override
        public void committed(Tally tally, double shareRead) {
            if (bar != null) {
                if (shareRead > 0) {
                    bar.maxHint(Math.max(tally.total(), Math.round(tally.total() / shareRead)));
                }
                bar.stepTo(tally.total());
            }
        }

        @Override
        public void refused(Sighting.Refused refused) {
            err.println("outlay: refused: " + refused);
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
