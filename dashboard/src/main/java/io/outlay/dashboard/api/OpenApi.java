package io.outlay.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The description of the API: {@code openapi.json}, into which the topics' schemas are put. */
final class OpenApi {
    private static final Map<String, Topic<?>> FROM_TOPICS = Map.of(
            "Commitment", Topics.COMMITMENTS,
            "Posting", Topics.POSTINGS,
            "Correction", Topics.CORRECTIONS);

    private OpenApi() {}

    static String document() {
        try (InputStream file = OpenApi.class.getResourceAsStream("/io/outlay/dashboard/openapi.json")) {
            ObjectNode document = (ObjectNode) Json.mapper().readTree(file);
            ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
            for (Map.Entry<String, Topic<?>> entry : FROM_TOPICS.entrySet()) {
                schemas.set(
                        entry.getKey(),
                        schemaOf(entry.getValue(), "#/components/schemas/" + entry.getKey() + "/$defs/"));
            }
            return Json.string(document);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json cannot be read", e);
        }
    }

    /** A topic's schema, its references pointing to where it will stand. */
    private static JsonNode schemaOf(Topic<?> topic, String definitions) throws IOException {
        String text = topic.schema().orElseThrow().replace("\"#/$defs/", "\"" + definitions);
        ObjectNode schema = (ObjectNode) Json.mapper().readTree(text);
        schema.remove("$id");
        schema.remove("$schema");
        return schema;
    }
}
