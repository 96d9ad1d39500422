package io.outlay.local.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.outlay.contracts.Topics;
import io.outlay.ingest.IngestMain;
import io.outlay.local.OutlayMain;
import io.outlay.service.RunningService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that are added, paused and taken out while the service polls; and instances that take over from each other. */
@ExtendWith(BrokerFaults.class)
class PollingTest {
    private static final Map<String, String> FEEDS = new ConcurrentHashMap<>();

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        kafka = EmbeddedKafka.temporary();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String feed = FEEDS.get(exchange.getRequestURI().getPath());
                byte[] body = String.valueOf(feed).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(feed == null ? 404 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        kafka.close();
    }

    @Test
    void feedsAreAddedPausedAndTakenOutWhileTheServiceRunsAndInstancesTakeOver() throws Exception {
        feed("/named", "First");
        feed("/added", "Second");
        Map<String, String> settings = Map.of("feeds.interval", "1s", "feeds", url("/named"));
        Road second;
        try (Road first = road("one", settings)) {
            Await.until("the feed of the settings is polled", () -> titles().contains("First"));
            assertEquals("added " + url("/added"), outlay("add", url("/added"), "--every", "1s"));
            Await.until("the feed that was added is polled", () -> titles().contains("Second"));

            assertEquals("paused " + url("/named"), outlay("pause", url("/named")));
            Await.until("it is paused", () -> sources(first).contains("\"state\":\"paused\""));
            assertTrue(sources(first).contains(url("/added")), sources(first));
            String table = outlay();
            assertTrue(table.contains("paused, good"), table);

            second = road("two", settings);
        }
        try (second) {
            feed("/named", "Third");
            assertEquals("resumed " + url("/named"), outlay("resume", url("/named")));
            Await.until("the other instance polls now", () -> titles().contains("Third"));
            assertEquals("removed " + url("/added"), outlay("remove", url("/added")));
            Await.until("it is polled no more", () -> !sources(second).contains(url("/added")));
            feed("/late", "Fourth");
            outlay("add", url("/late"));
            Await.until("and others are", () -> titles().contains("Fourth"));
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertTrue(outlay("remove", "https://a.example/x").contains("nobody has added https://a.example/x"));
        assertTrue(outlay("pause", "https://a.example/x").contains("there is no source https://a.example/x"));
        assertTrue(outlay("add", "https://me:secret@a.example/x").contains("web.credentials"));
        assertTrue(outlay("add", "a.example/x").contains("this is no address: a.example/x"));
        assertTrue(outlay("add", "https://a.example/x", "--every", "soon").contains("--every is a length of time"));
    }

    private static Road road(String name, Map<String, String> settings) throws InterruptedException {
        return Road.start(List.of(IngestMain.SERVICE), kafka.bootstrap(), folder.resolve(name), settings);
    }

    private static void feed(String path, String title) {
        FEEDS.put(
                path,
                "<rss><channel><item><link>https://example.com/" + title + "</link><title>" + title
                        + "</title><content:encoded>Text of " + title + ".</content:encoded></item></channel></rss>");
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static List<String> titles() {
        return TopicReader.on(kafka.bootstrap()).latest(Topics.ARTICLES).values().stream()
                .map(article -> String.valueOf(article.title()))
                .toList();
    }

    private static String sources(Road road) {
        RunningService service = road.services().get(0);
        URI uri = URI.create("http://127.0.0.1:" + service.address().getPort() + "/sources");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the command says, on either stream. */
    private static String outlay(String... args) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        String[] all = new String[args.length + 3];
        all[0] = "sources";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--bootstrap";
        all[args.length + 2] = kafka.bootstrap();
        OutlayMain.run(out, out, all);
        return said.toString().strip();
    }
}
