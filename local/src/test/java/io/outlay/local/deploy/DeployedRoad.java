package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the files of a deployment start, as processes of this machine: a broker with its settings, the topics made, each service from its
 * own module's jar in 256 MB of heap, articles from end to end, and a graceful stop.
 */
final class DeployedRoad {
    static final List<String> SERVICES = List.of("ingest", "enrich", "aggregate", "dashboard");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Those that are consumer groups on the road. */
    private static final List<String> ROAD = SERVICES.subList(0, 3);

    private DeployedRoad() {}

    /** @param kafka the environment of a broker's container, as {@code apache/kafka} takes it */
    static void works(Deployment deployment, Map<String, String> kafka, Path folder) throws Exception {
        try (DeployedProcesses processes = new DeployedProcesses(folder)) {
            processes.startKafka("kafka", kafka);
            processes.start("topics", deployment.command("topics"), deployment.environment("topics"));
            assertEquals(0, processes.end("topics"), () -> processes.log("topics"));
            for (String service : SERVICES) {
                processes.start(service, deployment.command(service), deployment.environment(service));
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
}
