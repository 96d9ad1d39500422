package io.outlay.local.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.local.road.Await;
import io.outlay.local.road.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of its own on a free port of loopback, from the machine's packages; closing ends it and deletes what it wrote. */
final class PostgresProcess implements AutoCloseable {
    static final String USER = "outlay";

    private final Path folder;
    private final int port = Ports.anyFree();
    private Process process;

    private PostgresProcess(Path folder) {
        this.folder = folder;
    }

    /** The folder of its programs, where the machine has them: Debian keeps one for each version. */
    static Optional<Path> programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    static PostgresProcess start(Path programs) throws Exception {
        PostgresProcess postgres = new PostgresProcess(Files.createTempDirectory("outlay-postgres-"));
        try {
            String data = postgres.folder.resolve("data").toString();
            boolean root = System.getProperty("user.name").equals("root");
            if (root) { // as whom it refuses to run
                postgres.end(List.of("chown", "postgres", postgres.folder.toString()));
            }
            List<String> as = root ? List.of("runuser", "-u", "postgres", "--") : List.of();
            postgres.end(command(as, programs.resolve("initdb"), "-D", data, "-U", USER, "-A", "trust", "--no-sync"));
            postgres.process = postgres.run(command(
                    as,
                    programs.resolve("postgres"),
                    "-D",
                    data,
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(postgres.port),
                    "-k",
                    data,
                    "-F"));
            Await.until("PostgreSQL answers", () -> {
                assertEquals(true, postgres.process.isAlive(), postgres::log);
                return postgres.answers();
            });
            return postgres;
        } catch (Exception | AssertionError e) {
            postgres.close();
            throw e;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, "");
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static List<String> command(List<String> as, Path program, String... arguments) {
        List<String> words = new ArrayList<>(as);
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private Process run(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile()))
                .start();
    }

    private void end(List<String> command) throws IOException, InterruptedException {
        assertEquals(0, run(command).waitFor(), () -> command + ": " + log());
    }

    private java.io.File logFile() {
        return Path.of(folder + ".log").toFile();
    }

    private String log() {
        try {
            return Files.readString(logFile().toPath(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            process.destroy(); // a smart shutdown would wait for connections that pools keep
            process.waitFor();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.deleteIfExists(logFile().toPath());
    }
}
