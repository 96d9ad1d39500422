package io.outlay.local.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outlay.contracts.SqlDialect;
import io.outlay.local.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads what {@code outlay ledger} exports of the sample articles by the statements of {@code outlay contract --sql duckdb}. */
class DuckDbTest {
    @TempDir
    static Path folder;

    private static List<JsonNode> exported;
    private static Connection database;

    @BeforeAll
    static void readTheExport() throws IOException, SQLException {
        Path articles = folder.resolve("articles.ndjson");
        try (var samples = DuckDbTest.class.getResourceAsStream("/io/outlay/local/sample-articles.ndjson")) {
            Files.write(articles, samples.readAllBytes());
        }
        Ran ledger = Ran.outlay("ledger", articles.toString());
        assertEquals(0, ledger.exitCode(), ledger.err());
        exported = new ArrayList<>();
        for (String line : ledger.out().lines().toList()) {
            exported.add(new ObjectMapper().readTree(line));
        }
        Path export = Files.writeString(folder.resolve("ledger.ndjson"), ledger.out(), StandardCharsets.UTF_8);
        database = DriverManager.getConnection("jdbc:duckdb:");
        String statements = Ran.outlay("contract", "--sql", "duckdb").out();
        assertTrue(statements.contains(SqlDialect.EXPORT), statements);
        try (Statement statement = database.createStatement()) {
            statement.execute(statements.replace(SqlDialect.EXPORT, export.toString()));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void eachTableHasEveryExportedRow() throws SQLException {
        assertEquals(count("posting", null), number("SELECT count(*) FROM postings"));
        assertEquals(count("total", "company"), number("SELECT count(*) FROM spend_by_company"));
        assertEquals(count("total", "country"), number("SELECT count(*) FROM spend_by_country"));
        assertTrue(count("posting", null) > 0 && count("total", "company") > 0 && count("total", "country") > 0);
    }

    @Test
    void everyFieldOfARowIsThere() throws SQLException {
        JsonNode meta = exported.stream()
                .filter(line -> line.path("type").asText().equals("total"))
                .filter(line -> line.path("entity").asText().equals("meta")
                        && line.path("measure").asText().equals("ANNOUNCED")
                        && line.path("window").asText().equals("all"))
                .findFirst()
                .orElseThrow();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT * FROM spend_by_company WHERE entity = 'meta' AND measure = 'ANNOUNCED' AND \"window\" = 'all'")) {
            assertTrue(row.next());
            for (var field : meta.properties()) {
                String value =
                        field.getValue().isNull() ? null : field.getValue().asText();
                assertEquals(value, row.getString(field.getKey()), field.getKey());
            }
        }
    }

    /** What every total promises: it is the plain sum of its postings. */
    @Test
    void sumsOfPostingsAreTheTotals() throws SQLException {
        assertEquals(
                0,
                number("SELECT count(*) FROM spend_by_company total WHERE \"window\" = 'all' AND headlineUsd <> ("
                        + "SELECT sum(headlineUsd) FROM postings"
                        + " WHERE payer = total.entity AND measure = total.measure)"));
    }

    private static long count(String type, String dimension) {
        return exported.stream()
                .filter(line -> line.path("type").asText().equals(type))
                .filter(line ->
                        dimension == null || line.path("dimension").asText().equals(dimension))
                .count();
    }

    private static long number(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }
}
