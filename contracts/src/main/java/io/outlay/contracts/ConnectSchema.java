package io.outlay.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A topic's JSON Schema as Kafka Connect writes schemas: what {@code value.converter.schema.content} of Connect's {@code JsonConverter}
 * takes, so that sinks which want typed rows read the topics as they are.
 *
 * <p>Integers are {@code int64}, numbers {@code double}, days and instants strings. A field is optional where it may be null or absent.
 * Where a value is one of several kinds (mentions), the struct has the fields of all.
 */
public final class ConnectSchema {
    private final JsonNode root;

    private ConnectSchema(JsonNode root) {
        this.root = root;
    }

    /** One line of JSON; empty for topics whose values are opaque. */
    public static Optional<String> of(Topic<?> topic) {
        return topic.schema().map(schema -> {
            JsonNode root = tree(schema);
            ObjectNode struct = new ConnectSchema(root).struct(root);
            struct.put("name", topic.name());
            struct.put("optional", true); // a tombstone is a null
            return struct.toString();
        });
    }

    private static JsonNode tree(String schema) {
        try {
            return Json.mapper().readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode struct(JsonNode object) {
        ObjectNode struct = Json.mapper().createObjectNode().put("type", "struct");
        ArrayNode fields = struct.putArray("fields");
        Set<String> required = texts(object.path("required"));
        object.path("properties").properties().forEach(property -> {
            ObjectNode field = value(property.getValue());
            field.put("field", property.getKey());
            field.put("optional", isNullable(property.getValue()) || !required.contains(property.getKey()));
            fields.add(field);
        });
        return struct;
    }

    private ObjectNode value(JsonNode schema) {
        if (schema.has("$ref")) {
            return value(root.at(schema.get("$ref").asText().substring(1)));
        }
        if (schema.has("oneOf")) {
            return struct(union(schema.get("oneOf")));
        }
        for (JsonNode choice : schema.path("anyOf")) {
            if (!choice.path("type").asText().equals("null")) {
                return value(choice);
            }
        }
        String type = type(schema);
        return switch (type) {
            case "object" -> struct(schema);
            case "array" -> array(schema);
            case "integer" -> leaf("int64");
            case "number" -> leaf("double");
            case "string", "boolean" -> leaf(type);
            default -> throw new IllegalStateException("no Connect type is known for " + schema);
        };
    }

    private ObjectNode array(JsonNode schema) {
        ObjectNode array = leaf("array");
        array.set("items", value(schema.get("items")).put("optional", false));
        return array;
    }

    /** An object with the fields of all choices, of which those are required that each requires. */
    private JsonNode union(JsonNode choices) {
        ObjectNode union = Json.mapper().createObjectNode();
        ObjectNode properties = union.putObject("properties");
        Set<String> required = null;
        for (JsonNode choice : choices) {
            JsonNode object =
                    choice.has("$ref") ? root.at(choice.get("$ref").asText().substring(1)) : choice;
            properties.setAll((ObjectNode) object.get("properties"));
            Set<String> its = texts(object.path("required"));
            if (required == null) {
                required = its;
            } else {
                required.retainAll(its);
            }
        }
        ArrayNode names = union.putArray("required");
        if (required != null) {
            required.forEach(names::add);
        }
        return union;
    }

    /** The one type besides null; that of constants and enums is string. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type.asText();
        }
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return "string";
    }

    private static boolean isNullable(JsonNode schema) {
        for (JsonNode one : schema.path("enum")) {
            if (one.isNull()) {
                return true;
            }
        }
        for (JsonNode choice : schema.path("anyOf")) {
            if (choice.path("type").asText().equals("null")) {
                return true;
            }
        }
        return texts(schema.path("type")).contains("null");
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static ObjectNode leaf(String type) {
        return Json.mapper().createObjectNode().put("type", type);
    }
}
