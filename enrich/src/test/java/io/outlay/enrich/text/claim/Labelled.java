package io.outlay.enrich.text.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outlay.contracts.Article;
import io.outlay.contracts.Measure;
import io.outlay.enrich.text.prose.CodePoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An article and what a reader says that its amounts are: a folder with {@code docs/ID.json} and {@code labels/ID.json}. */
record Labelled(Article article, List<Span> spans) {
    /** What an amount is. */
    enum Kind {
        /** Somebody will spend it. */
        PLANNED,
        /** Somebody has spent it. */
        SPENT,
        /** A sum over many who each decide for themselves. */
        SUM,
        /** A stake. */
        STAKE,
        /** What an industry or nobody in particular is expected to spend. */
        CROWD,
        OTHER
    }

    /** An amount, by the code points of the body that it covers; {@code payer} and {@code country} are null where nobody pays. */
    record Span(int start, int end, Kind kind, @Nullable String payer, @Nullable String country) {}

    /** What the label that covers a stretch of the body says; null when none does. */
    @Nullable
    Span at(int start, int end) {
        for (Span span : spans) {
            if (span.start < end && start < span.end) {
                return span;
            }
        }
        return null;
    }

    /** All articles of a folder, by id. */
    static List<Labelled> in(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Labelled> all = new ArrayList<>();
        List<Path> labels;
        try (Stream<Path> files = Files.list(folder.resolve("labels"))) {
            labels = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path label : labels) {
            JsonNode doc =
                    mapper.readTree(Files.readString(folder.resolve("docs").resolve(label.getFileName())));
            all.add(new Labelled(article(doc), spans(mapper.readTree(Files.readString(label)))));
        }
        return all;
    }

    /** An example sentence of ours: an amount that one of its claims states is of that claim's kind, every other is nothing. */
    static Labelled of(ClaimExample example, Function<Article, List<Money>> amounts) {
        Article article = new Article(
                "example", null, null, example.sentence(), ClaimExample.DAY, null, null, example.language());
        List<Span> spans = new ArrayList<>();
        CodePoints offsets = CodePoints.of(article.body());
        for (Money money : amounts.apply(article)) {
            String says = money.currency() + " " + money.headline();
            Span span = new Span(offsets.at(money.start()), offsets.at(money.end()), Kind.OTHER, null, null);
            for (String claim : example.claims()) {
                List<String> facts = List.of(claim.split(" \\| "));
                boolean unnamed = facts.stream().noneMatch(fact -> fact.matches("[A-Z]{3} \\d+"));
                if (facts.contains(says) || unnamed) {
                    span = new Span(span.start, span.end, kindOf(facts), facts.get(0), null);
                }
            }
            spans.add(span);
        }
        return new Labelled(article, spans);
    }

    /** The example of a rule: its one amount is of the rule's measure. Whose it is, the example of a rule does not say. */
    static Labelled of(ClaimRule rule, Function<Article, List<Money>> amounts) {
        Article article = new Article("example", null, null, rule.example(), ClaimExample.DAY, null, null, "en");
        Money money = amounts.apply(article).get(0);
        Kind kind = kindOf(List.of(rule.measure().name()));
        return new Labelled(article, List.of(new Span(money.start(), money.end(), kind, null, null)));
    }

    /** An article of ours: what it does not mark is nothing. */
    static Labelled of(WrittenArticle written) {
        CodePoints offsets = CodePoints.of(written.article().body());
        List<Span> spans = new ArrayList<>();
        for (WrittenArticle.Stated stated : written.stated()) {
            Kind kind = stated.measure().equals("CROWD") ? Kind.CROWD : kindOf(List.of(stated.measure()));
            spans.add(new Span(offsets.at(stated.start()), offsets.at(stated.end()), kind, stated.payer(), null));
        }
        return new Labelled(written.article(), spans);
    }

    private static Kind kindOf(List<String> facts) {
        Measure stated = Measure.COMMITMENT;
        for (Measure measure : Measure.values()) {
            stated = facts.contains(measure.name()) ? measure : stated;
        }
        return switch (stated) {
            case ACTUAL -> Kind.SPENT;
            case MEMO -> Kind.SUM;
            case EQUITY -> Kind.STAKE;
            default -> Kind.PLANNED;
        };
    }

    private static Article article(JsonNode doc) {
        return new Article(
                doc.get("id").asText(),
                text(doc, "url"),
                text(doc, "title"),
                doc.get("body").asText(),
                text(doc, "published"),
                null,
                null,
                text(doc, "language"));
    }

    private static List<Span> spans(JsonNode label) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode announcement : label.get("announcements")) {
            Kind kind = announcement.path("aggregate").asBoolean()
                    ? Kind.SUM
                    : announcement.get("kind").asText().equals("reported_spend") ? Kind.SPENT : Kind.PLANNED;
            for (JsonNode mention : announcement.get("mentions")) {
                spans.add(span(mention, kind, text(announcement, "company"), text(announcement, "company_country")));
            }
        }
        for (JsonNode other : label.get("other_money")) {
            Kind kind =
                    switch (other.path("what").asText()) {
                        case "stake_investment" -> Kind.STAKE;
                        case "forecast_industry_total" -> Kind.CROWD;
                        default -> Kind.OTHER;
                    };
            spans.add(span(other, kind, null, null));
        }
        return spans;
    }

    private static Span span(JsonNode mention, Kind kind, @Nullable String payer, @Nullable String country) {
        int start = mention.get("start").asInt();
        String text = text(mention, "text");
        int length = mention.has("length") ? mention.get("length").asInt() : text == null ? 1 : text.length();
        return new Span(start, start + length, kind, payer, country);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** Whether a label speaks of a state or what a state runs: then any public payer of its country is meant. */
    static boolean isPublic(String payer) {
        String name = payer.toLowerCase(Locale.ROOT);
        return Stream.of("government", "kingdom", "emirates", "european union", "ministry", "department", "mission")
                .anyMatch(name::contains);
    }
}
