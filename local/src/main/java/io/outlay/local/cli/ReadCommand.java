package io.outlay.local.cli;

import io.outlay.contracts.Json;
import io.outlay.ingest.source.Sighting;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay read}: what a source gives, as articles. */
@Command(
        name = "read",
        description = "Shows the articles that a source gives, one JSON object per line; no Kafka.",
        mixinStandardHelpOptions = true)
public final class ReadCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "A file, a folder, or - for standard input.")
    private List<String> sources = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SourceReading reading = new SourceReading(spec.commandLine().getErr());
        reading.forEach(sources, sighting -> {
            if (sighting instanceof Sighting.Found found) {
                out.println(Json.string(found.article()));
            } else if (sighting instanceof Sighting.Gone gone) {
                out.println(Json.string(retraction(gone)));
            }
        });
        return reading.exitCode();
    }

    /** As {@code ingest}, {@code tag} and {@code ledger} read it. */
    private static Map<String, Object> retraction(Sighting.Gone gone) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", gone.articleId());
        line.put("retracted", true);
        if (gone.fetchedAt() != null) {
            line.put("fetchedAt", gone.fetchedAt());
        }
        return line;
    }
}
