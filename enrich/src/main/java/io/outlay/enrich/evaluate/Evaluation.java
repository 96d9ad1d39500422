package io.outlay.enrich.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well a tagger reads a folder of labelled articles: {@code DIR/docs/ID.json} with id, title, published, url and body, and
 * {@code DIR/labels/ID.json} with what each says.
 */
public final class Evaluation {
    private static final List<String> WHAT =
            List.of("money", "company", "country", "claim", "claim-forward", "claim-strict");

    private final Tally tally;

    private Evaluation(Tally tally) {
        this.tally = tally;
    }

    /** @throws IOException when the folder or one of its files cannot be read */
    public static Evaluation of(Path folder, Function<Article, EnrichedArticle> tagger) throws IOException {
        Path labels = folder.resolve("labels");
        Path docs = folder.resolve("docs");
        if (!Files.isDirectory(labels) || !Files.isDirectory(docs)) {
            throw new IOException(folder + " must hold the folders docs and labels");
        }
        Tally tally = new Tally();
        for (Path file : jsonFiles(labels)) {
            Label label = Label.read(Json.mapper().readTree(file.toFile()));
            EnrichedArticle tagged = tagger.apply(article(docs.resolve(label.id() + ".json")));
            tally.documents++;
            new MentionCheck(label, tagged, tally).check();
            new ClaimCheck(label, tagged, tally).check();
        }
        return new Evaluation(tally);
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Article article(Path file) throws IOException {
        JsonNode json = Json.mapper().readTree(file.toFile());
        return new Article(
                json.path("id").asText(),
                text(json, "url"),
                text(json, "title"),
                json.path("body").asText(),
                text(json, "publishedAt") != null ? text(json, "publishedAt") : text(json, "published"),
                null,
                text(json, "source"),
                text(json, "language"));
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asText() : null;
    }

    /** What of the kind was found: {@code money}, {@code company}, {@code country}, {@code claim}, {@code claim-forward}, {@code claim-strict}. */
    public Count count(String what) {
        return tally.counts.getOrDefault(what, Count.NONE);
    }

    public int documents() {
        return tally.documents;
    }

    /** Forward-looking claims read in documents that announce nothing. */
    public int claimsInSilentDocuments() {
        return tally.claimsInSilentDocuments;
    }

    /** Every miss and extra, one a line: kind, document, what. */
    public List<String> misses() {
        return new ArrayList<>(tally.misses);
    }

    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(tally.documents).append(" documents, 0 without output\n");
        out.append("forward claims in ").append(tally.silentDocuments).append(" documents that announce nothing: ");
        out.append(tally.claimsInSilentDocuments).append("; amounts outside USD EUR GBP found ");
        out.append(tally.foreignFound).append(" of ").append(tally.foreign).append('\n');
        for (String what : WHAT) {
            Count count = count(what);
            out.append(String.format(
                    Locale.ROOT,
                    "%-14s P %s  R %s  F1 %s   (tp %d fp %d fn %d)%n",
                    what,
                    Count.three(count.precision()),
                    Count.three(count.recall()),
                    Count.three(count.f1()),
                    count.found(),
                    count.wrong(),
                    count.missed()));
        }
        for (Map.Entry<String, int[]> field : tally.fields.entrySet()) {
            int[] of = field.getValue();
            out.append(String.format(
                    Locale.ROOT,
                    "  %-14s %d/%d = %s%n",
                    field.getKey(),
                    of[0],
                    of[1],
                    Count.three((double) of[0] / of[1])));
        }
        return out.toString();
    }

    /** The same figures as one JSON object. */
    public String json() {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("documents", tally.documents);
        root.put("documentsThatAnnounceNothing", tally.silentDocuments);
        root.put("forwardClaimsInThem", tally.claimsInSilentDocuments);
        root.put("amountsOutsideUsdEurGbp", tally.foreign);
        root.put("amountsOutsideUsdEurGbpFound", tally.foreignFound);
        for (String what : WHAT) {
            Count count = count(what);
            ObjectNode node = root.putObject(what);
            node.put("precision", count.precision());
            node.put("recall", count.recall());
            node.put("f1", count.f1());
            node.put("found", count.found());
            node.put("wrong", count.wrong());
            node.put("missed", count.missed());
        }
        ObjectNode fields = root.putObject("fields");
        tally.fields.forEach(
                (name, of) -> fields.putObject(name).put("right", of[0]).put("of", of[1]));
        return Json.string(root);
    }
}
