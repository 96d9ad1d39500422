package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outlay.contracts.FlatTable;
import io.outlay.contracts.SqlDialect;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void printsAllOfIt() {
        Ran all = Ran.outlay("contract");
        assertEquals(0, all.exitCode());
        List<String> files =
                all.out().lines().filter(line -> line.matches("# [\\w.-]+")).toList();
        assertEquals("# asyncapi.yaml", files.get(0));
        int tables = FlatTable.all().size();
        assertEquals(1 + 2 * topics().count() + SqlDialect.values().length + tables, files.size(), files.toString());
        assertTrue(all.out().contains(Ran.outlay("contract", "--asyncapi").out().strip()));
        assertTrue(all.out()
                .contains(Ran.outlay("contract", "--schema", "outlay.postings")
                        .out()
                        .strip()));
    }

    @Test
    void aTopicThatIsNoneIsOneLineWithThoseThatAre() {
        Ran none = Ran.outlay("contract", "--schema", "spendings");
        assertEquals(2, none.exitCode());
        assertTrue(
                none.err().startsWith("outlay: there is no topic 'spendings', only outlay.raw-articles, "), none.err());
        assertTrue(Ran.outlay("contract", "--connect", "dead-letters").err().contains("bytes without a schema"));
        assertTrue(Ran.outlay("contract", "--jdbc-sink", "claims").err().contains("make no table: those of"));
        assertTrue(Ran.outlay("contract", "--sql", "access").err().contains("only for ksqldb, flink, "));
    }

    @Test
    void theTablesAreTheFlatTopics() {
        assertEquals(
                List.of("articles", "fx_rates", "postings", "postings_history", "spend_by_company", "spend_by_country"),
                FlatTable.all().stream().map(FlatTable::name).toList());
    }

    /** Each database but DuckDB, which reads files of the ledger, is told of each table, with its key and every column. */
    @ParameterizedTest
    @EnumSource(value = SqlDialect.class, mode = EnumSource.Mode.EXCLUDE, names = "DUCKDB")
    void statementsNameEveryColumn(SqlDialect dialect) {
        String sql = Ran.outlay("contract", "--sql", dialect.label()).out();
        for (FlatTable table : FlatTable.all()) {
            assertTrue(sql.contains("'" + table.topic().name() + "'"), table.name());
            table.columns().forEach(column -> assertTrue(sql.contains(column.name()), column.name()));
        }
        assertEquals(
                sql.chars().filter(c -> c == '(').count(),
                sql.chars().filter(c -> c == ')').count());
    }

    /** Connect's own converter, as every sink has it, reads the plain JSON of each topic by the printed schema, whole. */
    @ParameterizedTest
    @MethodSource("topics")
    void connectReadsEachTopicByItsSchema(Topic<?> topic) throws IOException {
        try (JsonConverter withSchema = new JsonConverter();
                JsonConverter plain = new JsonConverter()) {
            String schema = Ran.outlay("contract", "--connect", topic.name()).out();
            withSchema.configure(Map.of("schema.content", schema, "schemas.enable", "true"), false);
            plain.configure(Map.of("schemas.enable", "false"), false);
            byte[] example =
                    Files.readAllBytes(Path.of("../contracts/src/test/resources/examples", topic.name() + ".json"));

            SchemaAndValue read = withSchema.toConnectData(topic.name(), example);
            ((Struct) read.value()).validate();
            byte[] again = plain.fromConnectData(topic.name(), read.schema(), read.value());
            assertEquals(said(JSON.readTree(example)), said(JSON.readTree(again)));

            assertNull(withSchema.toConnectData(topic.name(), null).value(), "a tombstone stays one");
        }
    }

    static Stream<Topic<?>> topics() {
        return Topics.all().stream().filter(topic -> topic.schema().isPresent());
    }

    /** Without nulls, which say the same as absent fields; 60 and 60.0 are one number. */
    private static String said(JsonNode node) {
        assertFalse(node.isMissingNode());
        if (node.isObject()) {
            StringBuilder text = new StringBuilder();
            node.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> text.append(field.getKey())
                            .append('=')
                            .append(said(field.getValue()))
                            .append(' '));
            return "{" + text + "}";
        }
        if (node.isArray()) {
            StringBuilder text = new StringBuilder();
            node.forEach(element -> text.append(said(element)).append(' '));
            return "[" + text + "]";
        }
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.toString();
    }
}
