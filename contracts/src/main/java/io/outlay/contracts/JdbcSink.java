package io.outlay.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings with which Debezium's JDBC sink, in any Kafka Connect worker, keeps a flat topic as a table: a value is an insert or an
 * update of its key's row, a tombstone deletes the row.
 */
public final class JdbcSink {
    /** Where the reader's database has to stand. */
    public static final String URL = "jdbc:postgresql://HOST:PORT/DATABASE";

    private JdbcSink() {}

    /** In the order in which they are read best. */
    public static Map<String, String> settings(FlatTable table) {
        String topic = table.topic().name();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("name", topic.replace('.', '-'));
        settings.put("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector");
        settings.put("topics", topic);
        settings.put("connection.url", URL);
        settings.put("connection.username", "USER");
        settings.put("connection.password", "PASSWORD");
        settings.put("collection.name.format", table.name());
        settings.put("schema.evolution", "basic"); // makes the table, and adds what a release adds
        settings.put("quote.identifiers", "true");
        settings.put("insert.mode", "upsert");
        settings.put("delete.enabled", "true");
        settings.put("primary.key.mode", "record_key");
        settings.put("primary.key.fields", "key");
        settings.put("consumer.override.isolation.level", "read_committed");
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        // The sink takes fields of a key alone: the text becomes the one field of it.
        settings.put("transforms", "key");
        settings.put("transforms.key.type", "org.apache.kafka.connect.transforms.HoistField$Key");
        settings.put("transforms.key.field", "key");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter.schemas.enable", "true");
        settings.put(
                "value.converter.schema.content",
                ConnectSchema.of(table.topic()).orElseThrow());
        return settings;
    }

    /** The same as a file of properties. */
    public static String properties(FlatTable table) {
        return settings(table).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
