package io.outlay.local.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.Topics;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each service as it is deployed: a process of its own, from its own module's jar, in 256 MB of heap. */
@ExtendWith(BrokerFaults.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServicesAloneTest {
    private static final List<String> SERVICES = List.of("ingest", "enrich", "aggregate", "dashboard");

    /** Those with a topology, and so with a consumer group. */
    private static final List<String> WITH_GROUP = SERVICES.subList(0, 3);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @Test
    void fourProcessesMakeTheRoadAndStopInOrder() throws Exception {
        SERVICES.forEach(ServicesAloneTest::assumeJar);
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            int pagePort = Ports.anyFree();
            for (String service : SERVICES) {
                String page = service.equals("dashboard") ? "--page.port=" + pagePort : "--threads=1";
                processes.add(start(service, kafka.bootstrap(), page));
            }
            Await.until("all groups have members", () -> groupsAreThere(kafka));
            List<Sighting> samples = Samples.sightings().subList(0, 10);
            Feeding.feed(new ListedSource("samples", samples), kafka.bootstrap(), Clock.systemUTC(), Feeding.unheard());
            try (RoadEnd end = new RoadEnd(kafka.bootstrap(), groups())) {
                assertTrue(end.await(PATIENCE, look -> {}), "the articles are not through");
            }
            var payers = TopicReader.on(kafka.bootstrap()).latest(Topics.COMMITMENTS).values().stream()
                    .map(Commitment::payer)
                    .map(payer -> payer.id())
                    .toList();
            assertTrue(payers.containsAll(List.of("softbank", "microsoft", "stargate", "meta")), payers.toString());
            Await.until("the page has them", () -> thePageHas(pagePort, "softbank"));
            assertEquals(List.of(0, 0, 0, 0), stopAll(), "exit codes after SIGTERM");
        }
    }

    private static boolean thePageHas(int port, String payer) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/api/totals");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("\"" + payer + "\"");
    }

    @AfterEach
    void endWhatStillRuns() {
        processes.forEach(Process::destroyForcibly);
    }

    private static List<String> groups() {
        return WITH_GROUP.stream().map(service -> "outlay-" + service).toList();
    }

    private static boolean groupsAreThere(EmbeddedKafka kafka) throws InterruptedException {
        try (RoadEnd end = new RoadEnd(kafka.bootstrap(), groups())) {
            return end.look().through();
        }
    }

    private Process start(String service, String bootstrap, String setting) throws IOException {
        Path log = folder.resolve(service + ".log");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar(service).toString(),
                        "--bootstrap=" + bootstrap,
                        "--state.dir=" + folder.resolve(service),
                        "--http.host=127.0.0.1",
                        "--http.port=0",
                        setting)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private List<Integer> stopAll() throws InterruptedException {
        List<Integer> exitCodes = new ArrayList<>();
        for (Process process : processes) {
            process.destroy();
            assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "a service does not stop");
            exitCodes.add(process.exitValue());
        }
        return exitCodes;
    }

    /** The tests run in the folder of their module. */
    private static Path jar(String service) {
        return Path.of("..", service, "target", "outlay-" + service + ".jar");
    }

    private static void assumeJar(String service) {
        Path jar = jar(service);
        assumeTrue(Files.exists(jar), "not run: " + jar + " is not there, 'mvn verify' makes it");
        assumeTrue(
                age(jar) >= newest(Path.of("..", service, "target", "classes")),
                "not run: " + jar + " is older than its classes, 'mvn verify' makes it anew");
    }

    private static long newest(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(ServicesAloneTest::age)
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
