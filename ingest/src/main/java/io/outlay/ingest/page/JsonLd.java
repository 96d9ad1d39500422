package io.outlay.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.outlay.contracts.Json;
import io.outlay.ingest.article.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of its article in JSON-LD, the schema.org way. */
final class JsonLd {
    private static final int MAX_DEPTH = 8;

    /** Content systems paste texts into it as they are, and forget a comma at the end of a list. */
    private static final ObjectReader LENIENT = Json.mapper()
            .reader()
            .with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS.mappedFeature())
            .with(JsonReadFeature.ALLOW_TRAILING_COMMA.mappedFeature())
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What hid scripts from the browsers of old. */
    private static final Pattern WRAPPING = Pattern.compile(
            "^\\s*(?:/[/*]\\s*)?(?:<!\\[CDATA\\[|<!--)(?:\\s*\\*/)?|(?:/[/*]\\s*)?(?:\\]\\]>|-->)(?:\\s*\\*/)?\\s*$");

    private static final String DATA = "script[type=application/ld+json]";
    private static final String CANONICAL = "link[rel=canonical]";
    private static final String TITLE = "meta[property=og:title]";

    private final @Nullable JsonNode article;

    private JsonLd(@Nullable JsonNode article) {
        this.article = article;
    }

    /**
     * Of the thing on the page that is some kind of article and names this page or its headline; else of the first such thing, for
     * pages list other articles, too.
     *
     * @param address of the page, null when unknown
     */
    static JsonLd of(Telling telling, @Nullable String address) {
        List<JsonNode> articles = new ArrayList<>();
        for (Element script : telling.all(DATA).toList()) {
            collect(parse(script.data()), articles, 0);
        }
        if (articles.size() <= 1) { // no choice
            return new JsonLd(articles.isEmpty() ? null : articles.get(0));
        }
        Set<String> addresses = Stream.concat(
                        Stream.ofNullable(address), telling.all(CANONICAL).map(link -> link.attr("abs:href")))
                .flatMap(text -> CanonicalUrl.of(text).stream())
                .map(CanonicalUrl::identity)
                .collect(Collectors.toSet());
        Set<String> headlines = Stream.concat(
                        telling.all("h1").map(Element::text), telling.all(TITLE).map(meta -> meta.attr("content")))
                .map(String::strip)
                .collect(Collectors.toSet());
        return new JsonLd(articles.stream()
                .filter(article -> names(article, addresses))
                .findFirst()
                .or(() -> articles.stream()
                        .filter(article -> headlines.contains(
                                article.path("headline").asText("").strip()))
                        .findFirst())
                .orElse(articles.get(0)));
    }

    private static boolean names(JsonNode article, Set<String> addresses) {
        JsonNode entity = article.path("mainEntityOfPage");
        return Stream.of(article.path("url"), article.path("@id"), entity, entity.path("@id"))
                .flatMap(named -> CanonicalUrl.of(named.asText("")).stream())
                .anyMatch(named -> addresses.contains(named.identity()));
    }

    /** @return null for broken JSON, which many pages carry beside sound one */
    private static @Nullable JsonNode parse(String json) {
        try {
            boolean isBare = json.startsWith("{") || json.startsWith("[");
            return LENIENT.readTree(
                    isBare ? json : WRAPPING.matcher(json).replaceAll("").strip());
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
