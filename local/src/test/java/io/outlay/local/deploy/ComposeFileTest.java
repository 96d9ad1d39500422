package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Topics;
import io.outlay.ingest.source.Sighting;
import io.outlay.local.road.Await;
import io.outlay.local.road.Feeding;
import io.outlay.local.road.ListedSource;
import io.outlay.local.road.RoadEnd;
import io.outlay.local.road.Samples;
import io.outlay.local.road.TopicReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docker-compose.yml starts, as processes of this machine: a broker with its settings, the topics made, each service from its own
 * module's jar in 256 MB of heap, articles from end to end, and a graceful stop.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ComposeFileTest {
    private static final Path FILE = Path.of("../docker-compose.yml");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> SERVICES = List.of("ingest", "enrich", "aggregate", "dashboard");
    /** Those that are consumer groups on the road. */
    private static final List<String> ROAD = SERVICES.subList(0, 3);

    @TempDir
    Path folder;

    @Test
    void whatItStartsMakesTheRoadAndStopsInOrder() throws Exception {
        SERVICES.forEach(ModuleJars::assume);
        ComposeFile compose = ComposeFile.read(FILE);
        try (DeployedProcesses processes = new DeployedProcesses(folder)) {
            processes.startKafka("kafka", compose.environment("kafka"));
            processes.start("topics", compose.command("topics"), compose.environment("topics"));
            assertEquals(0, processes.end("topics"), () -> processes.log("topics"));
            for (String service : SERVICES) {
                processes.start(service, compose.command(service), compose.environment(service));
            }
            for (String service : SERVICES) {
                Await.until(service + " is ready", () -> processes.healthy(service, "ready"));
                assertTrue(processes.healthy(service, "live"));
            }
            String bootstrap = processes.address("kafka:9092");
            List<Sighting> samples = Samples.sightings().subList(0, 10);
            Feeding.feed(new ListedSource("samples", samples), bootstrap, Clock.systemUTC(), Feeding.unheard());
            List<String> groups =
                    ROAD.stream().map(service -> "outlay-" + service).toList();
            try (RoadEnd end = new RoadEnd(bootstrap, groups)) {
                assertTrue(end.await(PATIENCE, look -> {}), "the articles are not through");
            }
            List<String> payers = TopicReader.on(bootstrap).latest(Topics.COMMITMENTS).values().stream()
                    .map(Commitment::payer)
                    .map(payer -> payer.id())
                    .toList();
            assertTrue(payers.containsAll(List.of("softbank", "microsoft", "stargate", "meta")), payers.toString());
            int page = processes.port("dashboard", "OUTLAY_PAGE_PORT");
            Await.until("the page has them", () -> get(page, "/api/totals").contains("\"softbank\""));
            for (String service : SERVICES) {
                assertEquals(0, processes.stop(service), () -> "after SIGTERM, " + processes.log(service));
            }
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void nothingOfOursRunsAsRootOrWritesOutsideItsVolume() throws Exception {
        ComposeFile compose = ComposeFile.read(FILE);
        assertTrue(compose.ours().containsAll(SERVICES), compose.ours().toString());
        for (String name : compose.ours()) {
            JsonNode service = compose.service(name);
            assertTrue(service.path("read_only").asBoolean(), name);
            assertEquals("ALL", service.path("cap_drop").path(0).asText(), name);
            assertTrue(name.equals("topics") || service.has("healthcheck") && service.has("mem_limit"), name);
        }
    }

    /** What Prometheus is told to read must be mounted, and each of our services asked. */
    @Test
    void prometheusAsksEveryServiceAndKnowsTheAlerts() throws Exception {
        String prometheus = Files.readString(Path.of("../deploy/monitoring/prometheus.yml"));
        SERVICES.forEach(service -> assertTrue(prometheus.contains("\"" + service + ":8081\""), service));
        assertTrue(prometheus.contains("rule_files:\n  - alerts.yml\n"));
        JsonNode volumes = ComposeFile.read(FILE).service("prometheus").path("volumes");
        assertTrue(volumes.toString().contains("alerts.yml:/etc/prometheus/alerts.yml:ro"), volumes.toString());
    }
}
