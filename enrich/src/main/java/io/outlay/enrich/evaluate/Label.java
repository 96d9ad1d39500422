package io.outlay.enrich.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a labelled article says, as its reader wrote it down. Offsets count code points of the body.
 *
 * @param announcements those of one spender; sums over several stand apart in {@code aggregates}
 * @param money every amount of the body
 */
record Label(
        String id,
        List<Announcement> announcements,
        int aggregates,
        List<Gold> money,
        List<Span> components,
        List<Span> baselines,
        List<String> companies,
        List<String> countries) {

    record Span(int start, int end) {
        boolean contains(int offset) {
            return start <= offset && offset < end;
        }
    }

    /**
     * @param currency null when any will do
     * @param values the ends of the amount; null when any will do
     */
    record Gold(int start, int end, @Nullable String currency, @Nullable List<@Nullable Double> values) {}

    record Announcement(
            String company,
            @Nullable String companyCountry,
            @Nullable String spendCountry,
            @Nullable Double low,
            @Nullable Double high,
            String currency,
            @Nullable Double usd,
            String qualifier,
            String horizonEnd,
            String kind,
            String status) {}

    /** Notes that mark an amount as a part or another form of an announced one. */
    private static final Set<String> COMPONENT_NOTES = Set.of(
            "component",
            "delta",
            "cumulative_total",
            "prior_figure",
            "usd_equivalent",
            "fx_equivalent",
            "contract_total");

    static Label read(JsonNode json) {
        List<Announcement> announcements = new ArrayList<>();
        List<Gold> money = new ArrayList<>();
        List<Span> components = new ArrayList<>();
        List<Span> baselines = new ArrayList<>();
        int aggregates = 0;
        for (JsonNode other : json.path("other_money")) {
            Span span = span(other);
            JsonNode value = other.path("value");
            if (!value.isMissingNode() && !value.isNull()) {
                money.add(new Gold(span.start, span.end, text(other, "currency"), values(value)));
            }
            String note = other.path("note").asText("");
            if (COMPONENT_NOTES.contains(note) || other.path("what").asText("").equals("forecast_industry_total")) {
                components.add(span);
            }
            if (note.equals("baseline")) {
                baselines.add(span);
            }
        }
        for (JsonNode a : json.path("announcements")) {
            for (JsonNode mention : a.path("mentions")) {
                Span span = span(mention);
                money.add(
                        switch (mention.path("role").asText("")) {
                            case "usd" -> new Gold(span.start, span.end, "USD", listOf(number(a, "amount_usd")));
                            case "restated" -> new Gold(span.start, span.end, null, null);
                            default ->
                                new Gold(
                                        span.start,
                                        span.end,
                                        text(a, "currency"),
                                        listOf(number(a, "amount_low"), number(a, "amount_high")));
                        });
            }
            if (a.path("aggregate").asBoolean(false)) {
                aggregates++;
            } else {
                announcements.add(announcement(a));
            }
        }
        return new Label(
                json.path("id").asText(),
                announcements,
                aggregates,
                money,
                components,
                baselines,
                strings(json.path("companies")),
                strings(json.path("countries")));
    }

    private static Announcement announcement(JsonNode a) {
        return new Announcement(
                a.path("company").asText(""),
                text(a, "company_country"),
                text(a, "spend_country"),
                number(a, "amount_low"),
                number(a, "amount_high"),
                a.path("currency").asText(""),
                number(a, "amount_usd"),
                a.path("qualifier").asText(""),
                a.path("horizon_end").isNull() ? "" : a.path("horizon_end").asText(""),
                a.path("kind").asText(""),
                a.path("status").asText(""));
    }

    private static Span span(JsonNode mention) {
        int start = mention.path("start").asInt();
        int length = mention.path("length").asInt(0);
        String text = mention.path("text").asText("");
        return new Span(start, start + (length != 0 ? length : text.codePointCount(0, text.length())));
    }

    private static List<@Nullable Double> values(JsonNode value) {
        List<@Nullable Double> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(part -> values.add(part.isNull() ? null : part.asDouble()));
        } else {
            values.add(value.asDouble());
        }
        return values;
    }

    private static List<@Nullable Double> listOf(@Nullable Double... values) {
        List<@Nullable Double> list = new ArrayList<>();
        for (Double value : values) {
            list.add(value);
        }
        return list;
    }

    private static @Nullable String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static @Nullable Double number(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asDouble();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }
}
