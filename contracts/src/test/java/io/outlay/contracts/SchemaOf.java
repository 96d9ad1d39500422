package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON Schema of a topic's values from what is true of its record: components, their types and nullability by
 * reflection, descriptions from the javadoc, and limits by asking the record itself, whether it takes an example with one field
 * changed or left out.
 */
final class SchemaOf {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern BETWEEN = Pattern.compile("must lie between (\\d+) and (\\d+)");
    private static final Pattern CONSTANT = Pattern.compile("must be '([a-z]+)'");

    /** What a record says of a text that it refuses, and the pattern of texts that it takes. */
    private static final Map<String, String> PATTERNS = Map.of(
            "must match [a-z0-9.-]+", "^[a-z0-9.-]+$",
            "must be a currency code", "^[A-Z]{3}$",
            "must be country codes", "^([A-Z]{2}(;[A-Z]{2})*|\\*)$",
            "must be YYYY-MM-DD or YYYY-MM", "^\\d{4}-\\d{2}(-\\d{2})?$",
            "must be a positive decimal", "^\\d+(\\.\\d+)?$",
            "is empty", "\\S");

    private final ObjectNode definitions = JSON.objectNode();
    private final List<String> undocumented = new ArrayList<>();

    private SchemaOf() {}

    static ObjectNode topic(Topic<?> topic) {
        SchemaOf made = new SchemaOf();
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:outlay:schema:" + topic.name());
        schema.put("title", topic.value().getSimpleName());
        schema.setAll(made.object(topic.value(), tree(Examples.of(topic))));
        if (!made.definitions.isEmpty()) {
            schema.set("$defs", made.definitions);
        }
        if (!made.undocumented.isEmpty()) {
            throw new AssertionError("without a description in the javadoc: " + made.undocumented);
        }
        return schema;
    }

    private ObjectNode object(Class<?> type, JsonNode example) {
        Javadoc doc = Javadoc.of(type);
        ObjectNode schema = JSON.objectNode();
        schema.put("description", doc.summary());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        String kind = kindOf(type);
        if (kind != null) {
            properties
                    .putObject("type")
                    .put("description", "Which kind of value this is.")
                    .put("const", kind);
            required.add("type");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                ObjectNode inner = object(component.getType(), example);
                properties.setAll((ObjectNode) inner.get("properties"));
                required.addAll((ArrayNode) inner.get("required"));
            } else {
                String description = Optional.ofNullable(doc.parameters().get(component.getName()))
                        .orElseGet(() -> Javadoc.of(elementOf(component)).summary());
                if (description.isEmpty()) {
                    undocumented.add(type.getSimpleName() + "." + component.getName());
                }
                properties.set(component.getName(), property(type, component, example, description));
                if (!nullable(component)
                        && refusal(type, example, component.getName(), null).isPresent()) {
                    required.add(component.getName());
                }
            }
        }
        schema.set("required", required);
        return schema;
    }

    private ObjectNode property(Class<?> owner, RecordComponent component, JsonNode example, String description) {
        boolean nullable = nullable(component);
        JsonNode value = example.path(component.getName());
        if ((value.isMissingNode() || value.isNull())
                && (!nullable || component.getType().isRecord())) {
            throw new AssertionError("the example lacks " + owner.getSimpleName() + "." + component.getName());
        }
        ObjectNode property = JSON.objectNode();
        property.put("description", description);
        property.setAll(typed(component.getAnnotatedType(), component.getType(), value, nullable));
        property.setAll(limits(owner, component, example));
        return property;
    }

    private ObjectNode typed(AnnotatedType annotated, Class<?> type, JsonNode value, boolean nullable) {
        ObjectNode schema = JSON.objectNode();
        if (type.isEnum()) {
            ArrayNode choices = schema.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                choices.add(Json.mapper().convertValue(constant, JsonNode.class));
            }
            if (nullable) {
                choices.addNull();
            }
        } else if (type == List.class) {
            AnnotatedType element = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
            schema.put("type", "array");
            schema.set("items", items((Class<?>) element.getType(), element, value));
        } else if (type.isRecord()) {
            define(type, value);
            if (nullable) {
                ArrayNode either = schema.putArray("anyOf");
                either.addObject().put("$ref", reference(type));
                either.addObject().put("type", "null");
            } else {
                schema.put("$ref", reference(type));
            }
        } else {
            String name = scalar(type);
            if (nullable) {
                schema.putArray("type").add(name).add("null");
            } else {
                schema.put("type", name);
            }
            format(type).ifPresent(schema::setAll);
        }
        return schema;
    }

    private ObjectNode items(Class<?> type, AnnotatedType element, JsonNode values) {
        JsonSubTypes subtypes = type.getAnnotation(JsonSubTypes.class);
        if (subtypes == null) {
            return typed(element, type, values.get(0), false);
        }
        ObjectNode schema = JSON.objectNode();
        ArrayNode oneOf = schema.putArray("oneOf");
        for (JsonSubTypes.Type subtype : subtypes.value()) {
            for (JsonNode value : values) {
                if (value.get("type").asText().equals(subtype.name())) {
                    define(subtype.value(), value);
                }
            }
            oneOf.addObject().put("$ref", reference(subtype.value()));
        }
        return schema;
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** A component's type, of a list that of its elements. */
    private static Class<?> elementOf(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                ? (Class<?>) list.getAnnotatedActualTypeArguments()[0].getType()
                : component.getType();
    }

    private void define(Class<?> type, JsonNode example) {
        if (!definitions.has(type.getSimpleName())) {
            definitions.putObject(type.getSimpleName()); // holds its place while it is being made
            definitions.set(type.getSimpleName(), object(type, example));
        }
    }

    private static String reference(Class<?> type) {
        return "#/$defs/" + type.getSimpleName();
    }

    private static String scalar(Class<?> type) {
        if (type == String.class || type == LocalDate.class || type == Instant.class) {
            return "string";
        }
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return "integer";
        }
        if (type == double.class || type == BigDecimal.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        throw new AssertionError("no JSON type is known for " + type);
    }

    private static Optional<ObjectNode> format(Class<?> type) {
        if (type == LocalDate.class) {
            return Optional.of(JSON.objectNode().put("format", "date").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$"));
        }
        if (type == Instant.class) {
            return Optional.of(
                    JSON.objectNode().put("format", "date-time").put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}"));
        }
        return Optional.empty();
    }

    private static ObjectNode limits(Class<?> owner, RecordComponent component, JsonNode example) {
        ObjectNode limits = JSON.objectNode();
        String name = component.getName();
        if (component.getType() == String.class) {
            String refusal = refusal(owner, example, name, JSON.textNode("")).orElse("");
            Matcher constant = CONSTANT.matcher(refusal);
            if (constant.find()) {
                limits.put("const", constant.group(1));
            }
            PATTERNS.forEach((said, pattern) -> {
                if (refusal.contains(said)) {
                    limits.put("pattern", pattern);
                }
            });
        } else if (component.getType() != boolean.class && example.path(name).isNumber()) {
            String refusal = refusal(owner, example, name, JSON.numberNode(-1)).orElse("");
            Matcher between = BETWEEN.matcher(refusal);
            if (between.find()) {
                limits.put("minimum", Long.parseLong(between.group(1)));
                limits.put("maximum", Long.parseLong(between.group(2)));
            } else if (!refusal.isEmpty()) {
                limits.put("minimum", 0);
            }
        }
        return limits;
    }

    /** What the record says to its example with one field changed, or left out where the value is null; empty if it takes it. */
    private static Optional<String> refusal(Class<?> type, JsonNode example, String field, @Nullable JsonNode value) {
        ObjectNode changed = example.deepCopy();
        if (value == null) {
            changed.remove(field);
        } else {
            changed.set(field, value);
        }
        if (!changed.has("type") && kindOf(type) != null) {
            changed.put("type", kindOf(type));
        }
        try {
            Json.read(Json.bytes(changed), type);
            return Optional.empty();
        } catch (BadJsonException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The name under which a subtype stands, null for all other types. */
    private static @Nullable String kindOf(Class<?> type) {
        for (Class<?> parent : type.getInterfaces()) {
            JsonSubTypes subtypes = parent.getAnnotation(JsonSubTypes.class);
            if (subtypes != null) {
                for (JsonSubTypes.Type subtype : subtypes.value()) {
                    if (subtype.value() == type) {
                        return subtype.name();
                    }
                }
            }
        }
        return null;
    }

    static JsonNode tree(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
