package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingWindow;
import io.outlay.contracts.Topics;
import io.outlay.dashboard.DashboardMain;
import io.outlay.local.road.Await;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.EmbeddedKafka;
import io.outlay.local.road.Ports;
import io.outlay.local.road.Road;
import io.outlay.local.road.TopicWriter;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples that other teams begin with, run as they stand: each prints its table, and prints it anew when a total changes. */
@ExtendWith(BrokerFaults.class)
class ConsumerExamplesTest {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final int FORTY = 40;

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static Road road;
    private static int page;

    @BeforeAll
    static void start() throws InterruptedException {
        kafka = EmbeddedKafka.temporary();
        page = Ports.anyFree();
        road = Road.start(
                List.of(DashboardMain.SERVICE), kafka.bootstrap(), folder, Map.of("page.port", Integer.toString(page)));
    }

    @AfterAll
    static void stop() {
        road.close();
        kafka.close();
    }

    @Test
    void java() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        followsTheTotals("LeagueTable.java", List.of(java, "-cp", classPath), List.of(kafka.bootstrap()));
    }

    @Test
    void python() throws Exception {
        assumeTrue(isThere("python3"), "not run: this machine has no python3");
        followsTheTotals("league_table.py", List.of("python3"), List.of("http://localhost:" + page));
    }

    private void followsTheTotals(String example, List<String> program, List<String> arguments) throws Exception {
        Path file = EXAMPLES.resolve(example);
        assertTrue(Files.readAllLines(file).size() < FORTY, "it is to be short");
        String payer = "Payer of " + example;
        write(payer, 80_000_000_000L);
        Path printed = folder.resolve(example + ".out");
        List<String> command = new ArrayList<>(program);
        command.add(file.toString());
        command.addAll(arguments);
        Process running = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            awaitLine(running, printed, payer, "80.00");
            write(payer, 95_500_000_000L);
            awaitLine(running, printed, payer, "95.50");
        } finally {
            running.destroyForcibly().waitFor();
        }
    }

    private static void awaitLine(Process running, Path printed, String payer, String billions) throws Exception {
        Await.until(payer + " at " + billions, () -> {
            String text = Files.readString(printed);
            assertTrue(running.isAlive(), text);
            return text.lines().anyMatch(line -> line.startsWith(payer) && line.endsWith(" " + billions));
        });
    }

    private static void write(String payer, long usd) {
        Settings settings =
                Settings.of(ServiceSettings.all(), Map.of(ServiceSettings.BOOTSTRAP.name(), kafka.bootstrap()));
        String id = payer.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        RollingTotal total = new RollingTotal(
                RollingTotal.TYPE,
                RollingTotal.Dimension.COMPANY,
                id,
                payer,
                "US",
                null,
                Measure.ANNOUNCED,
                RollingWindow.ALL,
                LocalDate.parse("2026-01-15"),
                null,
                usd,
                usd,
                usd,
                usd,
                0,
                0,
                1,
                "new");
        try (TopicWriter writer = new TopicWriter(settings)) {
            writer.send(Topics.SPEND_BY_COMPANY, id + "|ANNOUNCED|all", total);
            writer.flush();
        }
    }

    private static boolean isThere(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }
}
