package io.outlay.contracts;

import io.outlay.contracts.FlatTable.Column;
import io.outlay.contracts.FlatTable.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Databases and stream processors that make tables of the flat topics, each by statements of its own. What a reader has to fill in stands
 * in them as {@link #BROKER}; settings for security go beside it.
 */
public enum SqlDialect {
    KSQLDB('`', "VARCHAR", "VARCHAR", "BIGINT") {
        @Override
        String table(FlatTable table) {
            return "CREATE TABLE " + quoted(table.name()) + " (\n  " + quoted(KEY) + " VARCHAR PRIMARY KEY,\n"
                    + columns(table) + "\n) WITH (KAFKA_TOPIC = '"
                    + table.topic().name()
                    + "', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'JSON');\n";
        }
    },

    FLINK('`', "STRING", "DATE", "BIGINT") {
        @Override
        String table(FlatTable table) {
            return "CREATE TABLE " + quoted(table.name()) + " (\n  " + quoted(KEY) + " STRING,\n" + columns(table)
                    + ",\n  PRIMARY KEY (" + quoted(KEY) + ") NOT ENFORCED\n) WITH (\n"
                    + "  'connector' = 'upsert-kafka',\n  'topic' = '"
                    + table.topic().name() + "',\n"
                    + "  'properties.bootstrap.servers' = '" + BROKER + "',\n"
                    + "  'properties.isolation.level' = 'read_committed',\n"
                    + "  'key.format' = 'raw',\n  'value.format' = 'json',\n  'value.fields-include' = 'EXCEPT_KEY'\n);\n";
        }
    },

    /** A Kafka engine that reads raw values, and a view that puts them into a table whose newest row of a key counts. */
    CLICKHOUSE('`', "Nullable(String)", "Nullable(Date)", "Nullable(Int64)") {
        @Override
        String table(FlatTable table) {
            String rows = quoted(table.name() + "_rows");
            String queue = quoted(table.name() + "_queue");
            return "CREATE TABLE " + queue + " (value String) ENGINE = Kafka SETTINGS\n  kafka_broker_list = '" + BROKER
                    + "', kafka_topic_list = '" + table.topic().name() + "', kafka_group_name = 'clickhouse-"
                    + table.name() + "',\n  kafka_format = 'RawBLOB';\n"
                    + "CREATE TABLE " + rows + " (\n  " + quoted(KEY) + " String,\n" + columns(table)
                    + ",\n  `_offset` UInt64,\n  `_gone` UInt8\n) ENGINE = ReplacingMergeTree(`_offset`, `_gone`) ORDER BY "
                    + quoted(KEY) + ";\n"
                    + "CREATE MATERIALIZED VIEW " + quoted(table.name() + "_feed") + " TO " + rows
                    + " AS SELECT\n  _key AS "
                    + quoted(KEY) + ",\n" + each(table, this::extracted)
                    + ",\n  _offset,\n  empty(value) AS `_gone`\nFROM " + queue + ";\n"
                    + "CREATE VIEW " + quoted(table.name()) + " AS SELECT * FROM " + rows + " FINAL;\n";
        }

        private String extracted(Column column) {
            String type = type(column);
            return "JSONExtract(value, '" + column.name() + "', '" + type + "') AS " + quoted(column.name());
        }
    },

    /** Over a file that {@code outlay ledger} wrote, or the page's export of the same values. */
    DUCKDB('"', "VARCHAR", "DATE", "BIGINT") {
        @Override
        String table(FlatTable table) {
            String which =
                    switch (table.name()) {
                        case "postings" -> "\"type\" = 'posting'";
                        case "spend_by_company" -> "\"type\" = 'total' AND \"dimension\" = 'company'";
                        case "spend_by_country" -> "\"type\" = 'total' AND \"dimension\" = 'country'";
                        default -> ""; // no command writes it to a file
                    };
            String columns = table.columns().stream()
                    .map(column -> quoted(column.name()) + ": '" + type(column) + "'")
                    .collect(Collectors.joining(", "));
            return which.isEmpty()
                    ? ""
                    : "CREATE VIEW " + quoted(table.name()) + " AS SELECT * FROM read_json('" + EXPORT + "',\n"
                            + "  format = 'newline_delimited', columns = {" + columns + "})\nWHERE " + which + ";\n";
        }
    },

    MATERIALIZE('"', "text", "date", "bigint") {
        @Override
        String preamble() {
            return "CREATE CONNECTION outlay TO KAFKA (BROKER '" + BROKER + "', SECURITY PROTOCOL = 'PLAINTEXT');\n";
        }

        @Override
        String table(FlatTable table) {
            String source = quoted(table.name() + "_json");
            return "CREATE SOURCE " + source + " FROM KAFKA CONNECTION outlay (TOPIC '"
                    + table.topic().name()
                    + "')\n  KEY FORMAT TEXT VALUE FORMAT JSON INCLUDE KEY AS " + quoted(KEY) + " ENVELOPE UPSERT;\n"
                    + "CREATE VIEW " + quoted(table.name()) + " AS SELECT\n  " + quoted(KEY) + ",\n"
                    + each(
                            table,
                            column -> "(data->>'" + column.name() + "')::" + type(column) + " AS "
                                    + quoted(column.name()))
                    + "\nFROM " + source + ";\n";
        }
    };

    /** Stands where the reader's brokers have to. */
    public static final String BROKER = "HOST:PORT";

    /** Stands where the file that {@code outlay ledger} wrote has to. */
    public static final String EXPORT = "ledger.ndjson";

    private static final String KEY = "key";

    private final char quote;
    private final String text;
    private final String day;
    private final String integer;

    SqlDialect(char quote, String text, String day, String integer) {
        this.quote = quote;
        this.text = text;
        this.day = day;
        this.integer = integer;
    }

    /** The statements for all flat topics. */
    public String statements() {
        return statements(FlatTable.all());
    }

    String statements(List<FlatTable> tables) {
        return preamble()
                + tables.stream().map(this::table).filter(sql -> !sql.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** As the command line spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract String table(FlatTable table);

    String preamble() {
        return "";
    }

    String type(Column column) {
        Kind kind = column.kind();
        return switch (kind) {
            case TEXT -> text;
            case DAY -> day;
            case INTEGER -> integer;
        };
    }

    /** Quoted: {@code window}, {@code type} and {@code day} are words of SQL, and names keep their capitals. */
    String quoted(String name) {
        return quote + name + quote;
    }

    String columns(FlatTable table) {
        return each(table, column -> quoted(column.name()) + " " + type(column));
    }

    static String each(FlatTable table, Function<Column, String> line) {
        return table.columns().stream().map(column -> "  " + line.apply(column)).collect(Collectors.joining(",\n"));
    }
}
