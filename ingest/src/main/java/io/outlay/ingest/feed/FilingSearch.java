package io.outlay.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.feed.Feed.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What EDGAR's full-text search answers, {@code {"hits":{"hits":[{"_id":"ACCESSION:FILE","_source":{…}}]}}}: documents of filings,
 * with whose they are, which form, and the day of filing.
 */
final class FilingSearch {
    private static final String ARCHIVES = "/Archives/edgar/data/";

    private FilingSearch() {}

    static Optional<Feed> read(byte[] json) {
        JsonNode hits;
        try {
            hits = Json.mapper().readTree(json).path("hits").path("hits");
        } catch (IOException broken) {
            return Optional.empty();
        }
        if (!hits.isArray()) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode hit : hits) {
            entries.add(entry(hit));
        }
        return Optional.of(new Feed("edgar", "SEC EDGAR", "en", entries, List.of()));
    }

    private static Entry entry(JsonNode hit) {
        JsonNode source = hit.path("_source");
        String[] id = hit.path("_id").asText("").split(":", 2);
        String cik = source.path("ciks").path(0).asText("").replaceFirst("^0+", "");
        boolean complete = id.length == 2 && !id[1].isBlank() && !cik.isEmpty();
        String type = source.path("file_type").asText(source.path("form").asText(""));
        SortedMap<String, String> why = new TreeMap<>();
        why.put("publishedAt", "EDGAR file_date");
        return Entry.headline(
                new ArticleDraft(
                        null,
                        // Relative to wherever EDGAR's archives are; the source knows it.
                        complete ? ARCHIVES + cik + "/" + id[0].replace("-", "") + "/" + id[1] : null,
                        title(source, type),
                        null,
                        textOrNull(source.path("file_date")),
                        null,
                        "SEC EDGAR",
                        "en",
                        null),
                why);
    }

    /** {@code EXAMPLE CORP (EXC): 8-K EX-99.1}. */
    private static String title(JsonNode source, String type) {
        String name = source.path("display_names").path(0).asText("").replaceFirst("\\s*\\(CIK [^)]*\\)\\s*$", "");
        String form = source.path("form").asText("");
        return (name + ": " + form + (type.equals(form) || type.isEmpty() ? "" : " " + type)).strip();
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.asText("").isBlank() || node.isNull() ? null : node.asText();
    }
}
