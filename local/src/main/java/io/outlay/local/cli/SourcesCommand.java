package io.outlay.local.cli;

import io.outlay.contracts.Json;
import io.outlay.ingest.Positions;
import io.outlay.ingest.SourceState;
import io.outlay.ingest.web.FeedState;
import io.outlay.local.cli.TextTable.Align;
import io.outlay.local.road.TopicReader;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outlay sources}: how the sources are that the ingest service reads. */
@Command(
        name = "sources",
        description = {
            "The feeds that are polled and the files that have not been read to their end: when each was asked last and",
            "will be asked again, and what went wrong."
        },
        mixinStandardHelpOptions = true)
public final class SourcesCommand implements Runnable {
    /** How sources are printed. */
    enum Format {
        TABLE,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--format", paramLabel = "table|json", description = "Default table.")
    private Format format = Format.TABLE;

    @Override
    public void run() {
        List<SourceState> sources = new TopicReader(kafka.client())
                .latest(Positions.TOPIC).values().stream()
                        .map(SourceState::of)
                        .sorted(Comparator.comparing(SourceState::source))
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> printTable(sources, out);
            case JSON -> sources.forEach(source -> out.println(Json.string(source)));
        }
    }

    private static void printTable(List<SourceState> sources, PrintWriter out) {
        TextTable table = new TextTable(
                List.of("SOURCE", "ASKED", "NEXT", "ENTRIES", "FAILURES", "STATE"),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT));
        for (SourceState source : sources) {
            FeedState feed = source.feed();
            table.row(
                    feed == null
                            ? List.of(source.source(), "", "", "", "", "goes on at " + source.position())
                            : List.of(
                                    source.source(),
                                    toTheSecond(feed.asked()),
                                    toTheSecond(feed.next()),
                                    Integer.toString(feed.entries()),
                                    Integer.toString(feed.failures()),
                                    feed.error() == null ? "good" : feed.error()));
        }
        table.print(out);
    }

    private static String toTheSecond(@Nullable Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
