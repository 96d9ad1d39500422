package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas that other teams read, held to the records that we write.
 *
 * <p>{@link #schemaIsWhatTheRecordSays} fails on purpose whenever a contract changes. A field added is free: write the schema
 * anew with {@code mvn test -pl contracts -Doutlay.schemas=write} and look at the difference. Anything else breaks consumers, and
 * is a new topic beside the old one.
 */
class SchemaTest {
    private static final Path FOLDER = Path.of("src/main/resources/schemas");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Values of each JSON type, for where they do not belong. */
    private static final List<JsonNode> STRANGE = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(17),
            JSON.numberNode(-1),
            JSON.numberNode(1.5),
            JSON.textNode(""),
            JSON.textNode("Quite strange"),
            JSON.textNode("17"),
            JSON.arrayNode(),
            JSON.arrayNode().add(2025).add(1).add(24),
            JSON.objectNode());

    /** Rules between fields, which a record keeps and a schema does not tell. */
    private static final Pattern BETWEEN_FIELDS = Pattern.compile(
            "all must stand, or none|must hold|the offsets of|must name exactly one|'basis' must stand|'article' must stand"
                    + "|'article' has the id|must not lie before its start|'(to|target|field|value|currency)' is missing");

    static Stream<Topic<?>> topics() {
        return Examples.topics().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void schemaIsWhatTheRecordSays(Topic<?> topic) throws IOException {
        Path file = FOLDER.resolve(topic.name() + ".schema.json");
        String made = pretty(SchemaOf.topic(topic));
        if ("write".equals(System.getProperty("outlay.schemas"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, made);
        }
        assertEquals(Files.readString(file), made);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void exampleIsValidAndReadsBackAsItWas(Topic<?> topic) {
        JsonNode example = SchemaOf.tree(Examples.of(topic));
        assertEquals(List.of(), errors(topic, example));
        Object value = topic.valueSerde().read(Examples.of(topic));
        assertEquals(example.toPrettyString(), SchemaOf.tree(Json.bytes(value)).toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void unknownFieldsAreWelcome(Topic<?> topic) {
        ObjectNode example = SchemaOf.tree(Examples.of(topic)).deepCopy();
        example.put("aFieldOfTheFuture", 1);
        assertEquals(List.of(), errors(topic, example));
        assertEquals(
                topic.valueSerde().read(Examples.of(topic)), topic.valueSerde().read(Json.bytes(example)));
    }

    /** The examples have every field; these have as few as may be. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "outlay.articles     # {'id':'a','body':'x'}",
                "outlay.raw-articles # {'id':'a','fetchedAt':'2025-02-25T09:03:00Z','contentHash':'gone','retracted':true}",
                "outlay.corrections  # {'id':'c-2','action':'REVOKE','to':'c-1','author':'ana','reason':'I was wrong.'}",
                "outlay.corrections  # {'id':'c-3','action':'REJECT','target':{'figure':'f'},'author':'ana','reason':'Satire.'}",
                "outlay.claims       # {'payer':{'id':'meta','name':'Meta','country':'US','kind':'company'},'articleId':'a',"
                        + "'rulesVersion':'1','claims':[]}",
                "outlay.postings     # {'type':'posting','line':'meta.announced','payer':'meta','payerName':'Meta',"
                        + "'payerCountry':'US','destination':'*','measure':'ANNOUNCED','day':'2025-01-24','cause':'new'}"
            })
    void littleIsEnough(String name, String json) {
        Topic<?> topic =
                topics().filter(any -> any.name().equals(name)).findFirst().orElseThrow();
        JsonNode value = SchemaOf.tree(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), errors(topic, value));
        assertEquals("", refusal(topic, value));
    }

    /** Whatever is changed or left out, anywhere in the example: schema and reader refuse it both or neither. */
    @ParameterizedTest
    @MethodSource("topics")
    void schemaAndReaderAgreeOnWhatIsWrong(Topic<?> topic) {
        Validator validator = validator(topic);
        List<String> disagreements = new ArrayList<>();
        for (JsonNode mutant : mutants(SchemaOf.tree(Examples.of(topic)))) {
            boolean valid = validator.validate(id(topic), mutant).isValid();
            String refusal = refusal(topic, mutant);
            boolean betweenFields = BETWEEN_FIELDS.matcher(refusal).find();
            if (valid != refusal.isEmpty() && !(valid && betweenFields)) {
                disagreements.add(
                        (valid ? "schema takes, reader refuses (" + refusal + "): " : "reader takes: ") + mutant);
            }
        }
        assertTrue(disagreements.isEmpty(), () -> disagreements.size() + ", first: " + disagreements.get(0));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aMissingFieldIsNamed(Topic<?> topic) {
        SchemaOf.topic(topic).get("required").forEach(required -> {
            ObjectNode example = SchemaOf.tree(Examples.of(topic)).deepCopy();
            example.remove(required.asText());
            String refusal = refusal(topic, example);
            assertTrue(refusal.contains(required.asText()), refusal);
        });
    }

    private static List<JsonNode> mutants(JsonNode example) {
        List<JsonNode> mutants = new ArrayList<>();
        if (example.isObject()) {
            example.fieldNames().forEachRemaining(name -> {
                ObjectNode without = example.deepCopy();
                without.remove(name);
                mutants.add(without);
                boolean list = example.get(name).isArray(); // our readers take null for an empty one, out of kindness
                Stream.concat(STRANGE.stream(), mutants(example.get(name)).stream())
                        .filter(strange -> !(list && strange.isNull()))
                        .forEach(strange -> mutants.add(((ObjectNode) example.deepCopy()).set(name, strange)));
            });
        } else if (example.isArray()) {
            for (int i = 0; i < example.size(); i++) {
                for (JsonNode strange : Stream.concat(STRANGE.stream(), mutants(example.get(i)).stream())
                        .toList()) {
                    var array = example.deepCopy();
                    ((ArrayNode) array).set(i, strange);
                    mutants.add(array);
                }
            }
        }
        return mutants;
    }

    private static String refusal(Topic<?> topic, JsonNode value) {
        try {
            topic.valueSerde().read(Json.bytes(value));
            return "";
        } catch (BadJsonException e) {
            return e.getMessage();
        }
    }

    private static List<String> errors(Topic<?> topic, JsonNode value) {
        return validator(topic).validate(id(topic), value).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    private static URI id(Topic<?> topic) {
        return URI.create("urn:outlay:schema:" + topic.name());
    }

    private static Validator validator(Topic<?> topic) {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        validator.registerSchema(topic.schema().orElseThrow());
        return validator;
    }

    private static String pretty(JsonNode schema) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        return Json.mapper().writer(printer).writeValueAsString(schema) + "\n";
    }
}
