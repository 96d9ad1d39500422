package io.outlay.local.cli;

import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.enrich.text.Tagger;
import io.outlay.ingest.source.Sighting;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay tag}: articles in, mentions and claims out. */
@Command(
        name = "tag",
        description = {
            "Finds companies, countries, amounts and claims in articles (NDJSON); no Kafka.",
            "One line per article, in the order read. Of an article that comes in several versions, each newer one is",
            "tagged again; one that is retracted ends with a line that has no claims: the last line holds."
        },
        mixinStandardHelpOptions = true)
public final class TagCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "A file, a folder, or - for standard input.")
    private List<String> sources = List.of();

    @Option(names = "--explain", description = "Say for people what each amount was taken for, and why.")
    private boolean explain;

    @Mixin
    private final CompaniesOption companies = new CompaniesOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Tagger tagger = companies.tagger();
        NewerVersions versions = new NewerVersions();
        SourceReading reading = new SourceReading(spec.commandLine().getErr());
        reading.forEach(sources, sighting -> {
            RawArticle raw = sighting.toRaw(NewerVersions.UNKNOWN).orElse(null);
            if (raw != null && versions.isNewer(raw)) {
                if (!explain) {
                    out.println(Json.string(tagged(raw, sighting, tagger)));
                } else if (sighting instanceof Sighting.Found found) {
                    out.println(tagger.explain(found.article()).text());
                }
            }
        });
        return reading.exitCode();
    }

    private static EnrichedArticle tagged(RawArticle raw, Sighting sighting, Tagger tagger) {
        return sighting instanceof Sighting.Found found ? tagger.tag(found.article()) : withoutClaims(raw.id(), tagger);
    }

    private static EnrichedArticle withoutClaims(String articleId, Tagger tagger) {
        @Nullable String unknown = null;
        @Nullable Instant never = null;
        return tagger.tag(new Article(articleId, unknown, unknown, "", unknown, never, unknown, unknown));
    }

    /** Leaves out what is older than what was there already, so that the last line of an article is its newest version in any order. */
    private static final class NewerVersions {
        /** Older than any moment that a source gives. */
        static final Instant UNKNOWN = Instant.EPOCH;

        private record Version(Instant fetchedAt, String contentHash) {}

        private final Map<String, Version> newest = new HashMap<>();

        boolean isNewer(RawArticle raw) {
            Version now = new Version(raw.fetchedAt(), raw.contentHash());
            Version before = newest.get(raw.id());
            if (before != null) {
                int order = now.fetchedAt.compareTo(before.fetchedAt);
                if (order < 0 || order == 0 && now.contentHash.compareTo(before.contentHash) <= 0) {
                    return false;
                }
            }
            newest.put(raw.id(), now);
            return true;
        }
    }
}
