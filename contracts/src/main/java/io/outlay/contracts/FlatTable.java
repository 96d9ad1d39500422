package io.outlay.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A topic as the table that a database makes of it: the newest value of each key is a row, a tombstone takes it out.
 *
 * @param name the topic's, with {@code _} for what a table's name may not have: {@code spend_by_company}
 * @param columns the fields of its values; the key comes before them
 */
public record FlatTable(String name, Topic<?> topic, List<Column> columns) {
    /** What a value of a column is in JSON. */
    public enum Kind {
        TEXT,
        /** A text, {@code 2026-01-15}. */
        DAY,
        INTEGER
    }

    public record Column(String name, Kind kind) {}

    public FlatTable {
        columns = List.copyOf(columns);
    }

    /** Empty when the topic is no table: not every field of its values is a plain one, or it does not keep the newest of each key. */
    public static Optional<FlatTable> of(Topic<?> topic) {
        if (!topic.compacted() || topic.schema().isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (var field : tree(topic.schema().get()).path("properties").properties()) {
            Optional<Kind> kind = kind(field.getValue());
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            columns.add(new Column(field.getKey(), kind.get()));
        }
        String name = topic.name().substring("outlay.".length()).replace('-', '_');
        return Optional.of(new FlatTable(name, topic, columns));
    }

    /** What may be built upon as tables, in the order of the road: postings, their history, totals, rates. */
    public static List<FlatTable> all() {
        return Topics.all().stream().flatMap(topic -> of(topic).stream()).toList();
    }

    private static Optional<Kind> kind(JsonNode field) {
        if (field.has("enum")) {
            return Optional.of(Kind.TEXT);
        }
        JsonNode type = field.path("type");
        String one = type.isArray() ? type.path(0).asText() : type.asText();
        return switch (one) {
            case "integer" -> Optional.of(Kind.INTEGER);
            case "string" -> Optional.of(field.path("format").asText().equals("date") ? Kind.DAY : Kind.TEXT);
            default -> Optional.empty();
        };
    }

    private static JsonNode tree(String schema) {
        try {
            return Json.mapper().readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
