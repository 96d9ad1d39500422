package io.outlay.local.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outlay.contracts.FlatTable;
import io.outlay.contracts.JdbcSink;
import io.outlay.local.Ran;
import io.outlay.local.road.Await;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.EmbeddedKafka;
import io.outlay.service.TopicAdmin;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A Kafka Connect worker with Debezium's JDBC sink, by the settings that {@code outlay contract --jdbc-sink} prints, keeps each flat topic
 * as a table of a PostgreSQL: a value is an insert, its successor an update, a tombstone a delete.
 */
@ExtendWith(BrokerFaults.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JdbcSinkTest {
    private static final Path EXAMPLES = Path.of("../contracts/src/test/resources/examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void insertsUpdatesAndTombstonesArriveAsRows() throws Exception {
        Optional<Path> programs = PostgresProcess.programs();
        assumeTrue(programs.isPresent(), "not run: this machine has no PostgreSQL (Debian's package postgresql)");
        List<FlatTable> tables = FlatTable.all();
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary();
                PostgresProcess postgres = PostgresProcess.start(programs.get());
                ConnectWorker worker = ConnectWorker.start(kafka.bootstrap());
                Connection rows = postgres.connect();
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
                new TopicAdmin(admin)
                        .create(tables.stream().map(FlatTable::topic).toList(), 1);
            }
            for (FlatTable table : tables) {
                worker.add(settings(table, postgres));
            }
            Map<FlatTable, ObjectNode> values = new LinkedHashMap<>();
            for (FlatTable table : tables) {
                Path example = EXAMPLES.resolve(table.topic().name() + ".json");
                values.put(table, (ObjectNode) JSON.readTree(Files.readString(example)));
            }

            for (var table : values.entrySet()) {
                send(producer, table.getKey(), "one|a", table.getValue().toString());
                send(producer, table.getKey(), "one|b", table.getValue().toString());
            }
            for (var table : values.entrySet()) {
                awaitRow(worker, rows, table.getKey(), "one|a", table.getValue());
                awaitRow(worker, rows, table.getKey(), "one|b", table.getValue());
            }

            for (var table : values.entrySet()) {
                change(table.getKey(), table.getValue());
                send(producer, table.getKey(), "one|a", table.getValue().toString());
                send(producer, table.getKey(), "one|b", null);
            }
            for (var table : values.entrySet()) {
                awaitRow(worker, rows, table.getKey(), "one|a", table.getValue());
                awaitRow(worker, rows, table.getKey(), "one|b", null);
            }
        }
    }

    /** What the command prints, with what a reader fills in. */
    private static Map<String, String> settings(FlatTable table, PostgresProcess postgres) throws Exception {
        Properties printed = new Properties();
        printed.load(new StringReader(
                Ran.outlay("contract", "--jdbc-sink", table.topic().name()).out()));
        Map<String, String> settings = new LinkedHashMap<>();
        printed.forEach((name, value) -> settings.put(name.toString(), value.toString()));
        assertEquals(JdbcSink.URL, settings.put("connection.url", postgres.url()));
        settings.put("connection.username", PostgresProcess.USER);
        return settings;
    }

    private static void send(KafkaProducer<String, String> producer, FlatTable table, String key, String value)
            throws Exception {
        producer.send(new ProducerRecord<>(table.topic().name(), key, value)).get();
    }

    /** Another text and, where there is one, another number. */
    private static void change(FlatTable table, ObjectNode value) {
        for (FlatTable.Column column : table.columns()) {
            JsonNode old = value.path(column.name());
            if (column.kind() == FlatTable.Kind.INTEGER && old.isIntegralNumber()) {
                value.put(column.name(), old.asLong() + 1);
            } else if (column.kind() == FlatTable.Kind.TEXT && old.isTextual()) {
                value.put(column.name(), old.asText() + " changed");
            }
        }
    }

    private static void awaitRow(ConnectWorker worker, Connection rows, FlatTable table, String key, JsonNode value)
            throws Exception {
        Map<String, String> expected = value == null ? null : fields(table, value);
        Await.until(key + " in " + table.name() + ": " + expected, () -> {
            worker.check();
            return row(rows, table, key).equals(Optional.ofNullable(expected));
        });
    }

    private static Map<String, String> fields(FlatTable table, JsonNode value) {
        Map<String, String> fields = new LinkedHashMap<>();
        table.columns().forEach(column -> {
            JsonNode field = value.path(column.name());
            fields.put(column.name(), field.isNull() || field.isMissingNode() ? null : field.asText());
        });
        return fields;
    }

    /** Empty while there is no such row, or no table yet. */
    private static Optional<Map<String, String>> row(Connection rows, FlatTable table, String key) throws SQLException {
        if (!exists(rows, table)) {
            return Optional.empty();
        }
        try (PreparedStatement query =
                rows.prepareStatement("SELECT * FROM \"" + table.name() + "\" WHERE \"key\" = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Map<String, String> fields = new LinkedHashMap<>();
                for (FlatTable.Column column : table.columns()) {
                    fields.put(column.name(), row.getString(column.name()));
                }
                return Optional.of(fields);
            }
        }
    }

    private static boolean exists(Connection rows, FlatTable table) throws SQLException {
        try (ResultSet found = rows.getMetaData().getTables(null, "public", table.name(), null)) {
            return found.next();
        }
    }
}
