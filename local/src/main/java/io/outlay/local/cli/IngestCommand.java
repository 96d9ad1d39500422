package io.outlay.local.cli;

import io.outlay.contracts.RawArticle;
import io.outlay.local.road.ArticleFeed;
import io.outlay.service.StreamsSettings;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay ingest}: articles from sources onto the road. */
@Command(
        name = "ingest",
        description = "Sends the articles of files and folders to the ingest service.",
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "A file, a folder, or - for standard input.")
    private List<String> sources = List.of();

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Override
    public Integer call() {
        kafka.client();
        PrintWriter err = spec.commandLine().getErr();
        SourceReading reading = new SourceReading(err);
        long[] sent = {0};
        try (ArticleFeed feed = new ArticleFeed(StreamsSettings.producer("outlay-ingest-command", kafka.settings()));
                Bar bar = new Bar()) {
            reading.forEach(sources, sighting -> {
                Optional<RawArticle> raw = sighting.toRaw(Instant.now());
                raw.ifPresent(record -> {
                    feed.send(record);
                    sent[0]++;
                    bar.step();
                });
            });
            feed.flush();
        }
        spec.commandLine().getOut().println("sent " + sent[0]);
        return reading.exitCode();
    }

    /** A bar on a terminal; nothing elsewhere. */
    private static final class Bar implements AutoCloseable {
        private static final int UNKNOWN = -1;
        private static final int REDRAW_MS = 200;

        private final @Nullable ProgressBar bar = !Progress.WATCHED
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("articles")
                        .setInitialMax(UNKNOWN)
                        .setUpdateIntervalMillis(REDRAW_MS)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .showSpeed()
                        .build();

        void step() {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
