package io.outlay.local.cli;

import io.outlay.contracts.ConnectSchema;
import io.outlay.contracts.FlatTable;
import io.outlay.contracts.JdbcSink;
import io.outlay.contracts.SqlDialect;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outlay contract}: what other teams may build on, as their tools read it. */
@Command(
        name = "contract",
        description = {
            "What other teams may build on, as tools read it. Without options: the AsyncAPI document, every schema, the",
            "statements for databases and the settings of sinks, each after a line with its file's name."
        },
        mixinStandardHelpOptions = true)
public final class ContractCommand implements Runnable {
    private static final String ASYNC_API = "/schemas/asyncapi.yaml";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ArgGroup(exclusive = true)
    private Part part = new Part();

    /** What to print instead of everything. */
    private static final class Part {
        @Option(names = "--asyncapi", description = "The AsyncAPI 3.0 document of all topics.")
        private boolean asyncApi;

        @Option(names = "--schema", paramLabel = "TOPIC", description = "The JSON Schema of a topic's values.")
        private @Nullable String schema;

        @Option(
                names = "--connect",
                paramLabel = "TOPIC",
                description =
                        "Its schema for Kafka Connect: the setting value.converter.schema.content of JsonConverter.")
        private @Nullable String connect;

        @Option(
                names = "--sql",
                paramLabel = "DATABASE",
                description =
                        "Statements that make tables of the flat topics: ksqldb, flink, clickhouse, duckdb, materialize.")
        private @Nullable String sql;

        @Option(
                names = "--jdbc-sink",
                paramLabel = "TOPIC",
                description = "Settings of Debezium's JDBC sink that keep it as a table, in any Kafka Connect worker.")
        private @Nullable String jdbcSink;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (part.asyncApi) {
            out.print(asyncApi());
        } else if (part.schema != null) {
            out.println(of(part.schema, Topic::schema).stripTrailing());
        } else if (part.connect != null) {
            out.println(of(part.connect, ConnectSchema::of));
        } else if (part.sql != null) {
            out.print(dialect(part.sql).statements());
        } else if (part.jdbcSink != null) {
            out.print(JdbcSink.properties(table(part.jdbcSink)));
        } else {
            print(out, "asyncapi.yaml", asyncApi());
            for (Topic<?> topic : Topics.all()) {
                topic.schema().ifPresent(schema -> print(out, topic.name() + ".schema.json", schema));
                ConnectSchema.of(topic).ifPresent(schema -> print(out, topic.name() + ".connect.json", schema));
            }
            for (SqlDialect dialect : SqlDialect.values()) {
                print(out, dialect.label() + ".sql", dialect.statements());
            }
            for (FlatTable table : FlatTable.all()) {
                print(out, table.topic().name() + ".jdbc-sink.properties", JdbcSink.properties(table));
            }
        }
    }

    private static void print(PrintWriter out, String file, String text) {
        out.println("# " + file);
        out.println(text.stripTrailing());
    }

    private static String of(String name, Function<Topic<?>, Optional<String>> schema) {
        Topic<?> topic = topic(name);
        return schema.apply(topic)
                .orElseThrow(
                        () -> new BadValueException("the values of " + topic.name() + " are bytes without a schema"));
    }

    private static Topic<?> topic(String name) {
        return Topics.all().stream()
                .filter(one -> one.name().equals(name) || one.name().equals("outlay." + name))
                .findFirst()
                .orElseThrow(() -> new BadValueException("there is no topic '" + name + "', only "
                        + Topics.all().stream().map(Topic::name).collect(Collectors.joining(", "))));
    }

    private static FlatTable table(String name) {
        return FlatTable.of(topic(name))
                .orElseThrow(() -> new BadValueException("the values of " + name + " make no table: those of "
                        + FlatTable.all().stream()
                                .map(table -> table.topic().name())
                                .collect(Collectors.joining(", "))
                        + " do"));
    }

    private static SqlDialect dialect(String name) {
        return Stream.of(SqlDialect.values())
                .filter(dialect -> dialect.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadValueException("no statements are known for '" + name + "', only for "
                        + Stream.of(SqlDialect.values()).map(SqlDialect::label).collect(Collectors.joining(", "))));
    }

    private static String asyncApi() {
        try (InputStream file = Topics.class.getResourceAsStream(ASYNC_API)) {
            if (file == null) {
                throw new IllegalStateException("the contracts lack " + ASYNC_API);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
