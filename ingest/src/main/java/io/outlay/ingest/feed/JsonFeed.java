package io.outlay.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.feed.Feed.Entry;
import io.outlay.ingest.page.HtmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON Feed, versions 1 and 1.1. */
final class JsonFeed {
    private JsonFeed() {}

    static Optional<Feed> read(byte[] json) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(json);
        } catch (IOException broken) {
            return Optional.empty();
        }
        if (!root.path("items").isArray() && !root.path("version").asText("").contains("jsonfeed.org")) {
            return Optional.empty();
        }
        String title = text(root, "title");
        String language = text(root, "language");
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            entries.add(entry(item, title, language));
        }
        return Optional.of(new Feed("json", title, language, entries, List.of()));
    }

    private static Entry entry(JsonNode item, @Nullable String feedTitle, @Nullable String feedLanguage) {
        String html = text(item, "content_html");
        String full = html != null ? HtmlText.of(html) : text(item, "content_text");
        String language = text(item, "language");
        String url = text(item, "url");
        return Entry.ofFeed(
                new ArticleDraft(
                        null,
                        url != null ? url : text(item, "external_url"),
                        text(item, "title"),
                        full != null ? full : text(item, "summary"),
                        text(item, "date_published"),
                        null,
                        feedTitle,
                        language != null ? language : feedLanguage,
                        null),
                full != null);
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).isValueNode() ? node.path(field).asText("") : "";
        return text.isBlank() || node.path(field).isNull() ? null : text.strip();
    }
}
