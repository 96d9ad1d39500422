package io.outlay.ingest.feed;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.outlay.contracts.Countries;
import io.outlay.contracts.Country;
import io.outlay.contracts.Json;
import io.outlay.ingest.article.ArticleDraft;
import io.outlay.ingest.feed.Feed.Entry;
import io.outlay.ingest.page.HtmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists of articles as search services answer, {@code {"articles": […]}}: GDELT's DOC API (mode {@code ArtList}), which has
 * headlines only, and NewsAPI, which has the first 200 characters of each text.
 */
final class ArticleList {
    /** GDELT does not escape all that it should. */
    private static final ObjectReader LENIENT = Json.mapper()
            .reader()
            .with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS.mappedFeature())
            .with(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER.mappedFeature());

    /** What NewsAPI puts where it cuts: {@code … [+1234 chars]}. */
    private static final Pattern CUT = Pattern.compile("\\s*…?\\s*\\[\\+\\d+ chars]\\s*$");

    /** {@code german → de}: GDELT writes languages out. */
    private static final Map<String, String> LANGUAGES = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    code -> new Locale(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    code -> code,
                    (one, other) -> one));

    private ArticleList() {}

    static Optional<Feed> read(byte[] json) {
        JsonNode articles;
        try {
            articles = LENIENT.readTree(json).path("articles");
        } catch (IOException broken) {
            return Optional.empty();
        }
        if (!articles.isArray()) {
            return Optional.empty();
        }
        boolean gdelt = !articles.isEmpty() && articles.get(0).has("seendate");
        List<Entry> entries = new ArrayList<>();
        for (JsonNode article : articles) {
            entries.add(gdelt ? ofGdelt(article) : ofNewsApi(article));
        }
        return Optional.of(new Feed(gdelt ? "gdelt" : "newsapi", null, null, entries, List.of()));
    }

    private static Entry ofGdelt(JsonNode article) {
        String language = text(article, "language");
        SortedMap<String, String> why = new TreeMap<>();
        why.put("publishedAt", "GDELT seendate");
        String country = text(article, "sourcecountry");
        if (country != null) {
            why.put("sourceCountry", country(country));
        }
        ArticleDraft draft = new ArticleDraft(
                null,
                text(article, "url"),
                text(article, "title"),
                null,
                text(article, "seendate"),
                null,
                text(article, "domain"),
                language == null ? null : LANGUAGES.getOrDefault(language.toLowerCase(Locale.ROOT), language),
                null);
        return Entry.headline(draft, why);
    }

    private static Entry ofNewsApi(JsonNode article) {
        String content = text(article, "content");
        String description = text(article, "description");
        boolean cut = content != null && CUT.matcher(content).find();
        String body = content == null || (cut && description != null) ? description : content;
        ArticleDraft draft = new ArticleDraft(
                null,
                text(article, "url"),
                text(article, "title"),
                body == null ? null : HtmlText.of(CUT.matcher(body).replaceFirst("")),
                text(article, "publishedAt"),
                null,
                text(article.path("source"), "name"),
                text(article, "language"),
                null);
        return body == null ? Entry.headline(draft, new TreeMap<>()) : new Entry(draft, content != null && !cut);
    }

    /** {@code GM → DE}: GDELT's codes are those of FIPS 10-4, of which many mean other countries in ISO 3166. */
    private static String country(String printed) {
        Countries countries = Countries.standard();
        Country country = printed.matches("[A-Z]{2}")
                ? countries.findByFips(printed)
                : countries.all().stream()
                        .filter(each -> each.name().equalsIgnoreCase(printed))
                        .findFirst()
                        .orElse(null);
        return country == null ? printed : country.code();
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        return text.isEmpty() || node.path(field).isNull() ? null : text;
    }
}
