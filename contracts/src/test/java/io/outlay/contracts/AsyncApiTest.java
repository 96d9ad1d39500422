package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code asyncapi.yaml} (AsyncAPI 3.0) says what the catalogue says. It is written anew by {@code mvn test -pl contracts
 * -Dtest=AsyncApiTest -Doutlay.topics=write}.
 */
class AsyncApiTest {
    private static final Path FILE = Path.of("src/main/resources/schemas/asyncapi.yaml");
    private static final String ANYONE = "anyone";

    @Test
    void itIsTheCatalogue() throws IOException {
        if ("write".equals(System.getProperty("outlay.topics"))) {
            Files.writeString(FILE, document());
        }
        assertEquals(document(), Files.readString(FILE));
    }

    private static String document() throws JsonProcessingException {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic<?> topic : Topics.all()) {
            String name = name(topic);
            channels.put(name, channel(topic));
            messages.put(name, message(topic));
            boolean forAll = topic.owner().equals(ANYONE);
            operations.put((forAll ? "read-" : "write-") + name, operation(topic, forAll ? "receive" : "send"));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put(
                "info",
                map(
                        "title",
                        "Outlay",
                        "version",
                        "0.1.0",
                        "description",
                        "Announced AI spending, read from news: what Outlay writes to Kafka, and what it reads there. "
                                + "Consumers read committed records only (isolation.level=read_committed). A null value says "
                                + "that there is nothing under its key any more.",
                        "license",
                        map("name", "Apache-2.0")));
        document.put("defaultContentType", "application/json");
        document.put("channels", channels);
        document.put("operations", operations);
        document.put("components", map("messages", messages));
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS) // 1.0 is a text here
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        return "# Made of the catalogue (Topics) by AsyncApiTest; the schemas stand beside it.\n"
                + yaml.writeValueAsString(document);
    }

    private static String name(Topic<?> topic) {
        return topic.name().substring("outlay.".length());
    }

    private static Map<String, Object> channel(Topic<?> topic) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", List.of(topic.compacted() ? "compact" : "delete"));
        if (topic.retention() != null) {
            settings.put("retention.ms", topic.retention().toMillis());
        }
        settings.put("max.message.bytes", Topic.MAX_MESSAGE_BYTES);
        return map(
                "address",
                topic.name(),
                "description",
                topic.purpose() + "; written by " + topic.owner(),
                "messages",
                map(name(topic), map("$ref", "#/components/messages/" + name(topic))),
                "bindings",
                map(
                        "kafka",
                        map(
                                "topic",
                                topic.name(),
                                "partitions",
                                topic.partitions(),
                                "topicConfiguration",
                                settings,
                                "bindingVersion",
                                "0.5.0")));
    }

    private static Map<String, Object> message(Topic<?> topic) {
        Map<String, Object> message = map("name", name(topic), "summary", topic.purpose());
        if (topic.schema().isEmpty()) {
            message.put("contentType", "application/octet-stream");
        } else {
            message.put("title", topic.value().getSimpleName());
            message.put("payload", map("$ref", "./" + topic.name() + ".schema.json"));
        }
        message.put("headers", headers(topic));
        message.put(
                "bindings",
                map("kafka", map("key", map("type", "string", "description", topic.key()), "bindingVersion", "0.5.0")));
        return message;
    }

    /** A CloudEvent's attributes in binary mode; those of its data are absent where there is none. */
    private static Map<String, Object> headers(Topic<?> topic) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> text = map("type", "string");
        CloudEvents.ofTopic(topic).forEach((name, value) -> properties.put(name, map("const", value)));
        properties.put(CloudEvents.SOURCE, text);
        properties.put(CloudEvents.ID, text);
        List<String> always = List.copyOf(properties.keySet());
        CloudEvents.ofData(topic).forEach((name, value) -> properties.put(name, map("const", value)));
        properties.put("traceparent", text);
        return map("type", "object", "properties", properties, "required", always);
    }

    private static Map<String, Object> operation(Topic<?> topic, String action) {
        return map("action", action, "channel", map("$ref", "#/channels/" + name(topic)));
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
