package io.outlay.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outlay.contracts.Json;
import io.outlay.ingest.source.Sighting;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description =
                    "A file, a folder, the address of a page or feed, edgar:8-k or edgar:WORDS, or - for standard input.")
    private List<String> sources = List.of();

    @Option(names = "--why", description = "Add to each article how its body, day, address and so on were found.")
    private boolean why;

    @Mixin
    private final ColumnsOption columns = new ColumnsOption();

    @Mixin
    private final WebOption web = new WebOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SourceReading reading = new SourceReading(spec.commandLine().getErr(), columns.columns(), web.userAgent());
        reading.forEach(sources, sighting -> {
            if (sighting instanceof Sighting.Found found) {
                out.println(Json.string(why ? explained(found) : found.article()));
            } else if (sighting instanceof Sighting.Gone gone) {
                out.println(Json.string(retraction(gone)));
            }
        });
        return reading.exitCode();
    }

    private static ObjectNode explained(Sighting.Found found) {
        ObjectNode line = Json.mapper().valueToTree(found.article());
        return line.putPOJO("why", found.why()).put("where", found.where());
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
