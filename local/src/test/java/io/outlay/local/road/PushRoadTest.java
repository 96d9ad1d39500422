package io.outlay.local.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topics;
import io.outlay.ingest.IngestMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Articles that others send, on the real thing: 202 means that the broker has them, and without a broker nobody waits for ever. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PushRoadTest {
    private static final int NO_ANSWER = -1;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.anyFree();

    @Test
    void answersWhatIsTrueWhileTheBrokerIsThereAndWhenItIsAway() throws Exception {
        try (BrokerProcesses kafka = BrokerProcesses.start(folder.resolve("kafka"), 1, Map.of());
                JavaProcess ingest = ingest(kafka.bootstrap())) {
            Await.until("an article is taken", () -> post("{\"id\":\"a1\",\"body\":\"One.\"}") == 202);
            assertTrue(TopicReader.on(kafka.bootstrap())
                    .latestBytes(Topics.RAW_ARTICLES.name())
                    .containsKey("a1"));
            assertEquals(400, post("{\"id\":\"a2\"}"));

            kafka.kill(1);
            assertEquals(503, post("{\"id\":\"a3\",\"body\":\"Three.\"}"), ingest::tail);
        }
    }

    private JavaProcess ingest(String bootstrap) throws IOException {
        return JavaProcess.start(
                "ingest",
                List.of(
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestMain.class.getName(),
                        "--bootstrap=" + bootstrap,
                        "--http.port=0",
                        "--push.token=secret",
                        "--push.port=" + port,
                        "--state.dir=" + folder.resolve("state")),
                Map.of(),
                folder.resolve("ingest.log"));
    }

    private HttpRequest request(String article) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/articles"))
                .header("Authorization", "Bearer secret")
                .POST(BodyPublishers.ofString(article))
                .build();
    }

    private int post(String article) throws InterruptedException {
        try {
            return http.send(request(article), BodyHandlers.ofString()).statusCode();
        } catch (IOException notYetThere) {
            return NO_ANSWER;
        }
    }
}
