package io.outlay.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of its article in JSON-LD, the schema.org way. */
final class JsonLd {
    private static final int MAX_DEPTH = 8;

    private final @Nullable JsonNode article;

    private JsonLd(@Nullable JsonNode article) {
        this.article = article;
    }

    /** Of the first thing on the page that is some kind of article. */
    static JsonLd of(Document page) {
        List<JsonNode> articles = new ArrayList<>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            collect(parse(script.data()), articles, 0);
        }
        return new JsonLd(articles.isEmpty() ? null : articles.get(0));
    }

    /** @return null for broken JSON, which many pages carry beside sound one */
    private static @Nullable JsonNode parse(String json) {
        try {
            return Json.mapper().readTree(json.strip());
        } catch (JsonProcessingException broken) {
            return null;
        }
    }

    private static void collect(@Nullable JsonNode node, List<JsonNode> articles, int depth) {
        if (node == null || depth > MAX_DEPTH) {
            return;
        }
        if (node.isObject() && isArticle(node.path("@type"))) {
            articles.add(node);
        }
        for (JsonNode child : node) {
            collect(child, articles, depth + 1);
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
        }
        String name = type.asText("");
        return name.endsWith("Article")
                || name.endsWith("BlogPosting")
                || name.equals("Report")
                || name.equals("Review");
    }

    /** A field's text; of an object its name or id. */
    Optional<String> text(String field) {
        if (article == null) {
            return Optional.empty();
        }
        JsonNode value = article.path(field);
        JsonNode first = value.isArray() ? value.path(0) : value;
        String text =
                first.isObject() ? first.path("name").asText(first.path("@id").asText("")) : first.asText("");
        return text.isBlank() || first.isNull() ? Optional.empty() : Optional.of(text.strip());
    }
}
