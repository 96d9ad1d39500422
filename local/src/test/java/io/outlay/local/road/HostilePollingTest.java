package io.outlay.local.road;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topics;
import io.outlay.ingest.IngestMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One service that polls a good feed and every kind of bad server, all at once: each fault is told in words where people look, and
 * the good feed is read before and after.
 */
@ExtendWith(BrokerFaults.class)
class HostilePollingTest {
    @TempDir
    Path folder;

    private final AtomicReference<String> goodFeed = new AtomicReference<>(feed("First", "Text of the first."));

    @Test
    void noServerKillsThePollerAndEachFaultIsTold() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary();
                HostileServers servers = new HostileServers()) {
            String good =
                    servers.http(exchange -> HostileServers.text(goodFeed.get()).to(exchange));
            Map<String, String> faults = faults(servers);
            Map<String, String> oddities = oddities(servers, secret);
            Map<String, String> settings = Map.of(
                    "feeds",
                    String.join(",", good, String.join(",", faults.keySet()), String.join(",", oddities.keySet())),
                    "feeds.interval",
                    "1s",
                    "web.timeout",
                    "2s",
                    "web.rest",
                    "1ms");
            try (Road road =
                    Road.start(List.of(IngestMain.SERVICE), kafka.bootstrap(), folder.resolve("state"), settings)) {
                Await.until("the good feed is polled", () -> articles(kafka).containsKey("First"));
                Await.until("each source has been asked", () -> sources(road).values().stream()
                        .allMatch(source -> source.path("polls").asInt() > 0));
                Map<String, JsonNode> told = sources(road);
                assertEquals(1 + faults.size() + oddities.size(), told.size());
                faults.forEach((address, words) -> {
                    String error = told.get(address).path("error").asText();
                    assertTrue(error.contains(words), "'" + words + "' is not told: " + told.get(address));
                    assertTrue(told.get(address).path("failed").asInt() > 0, error);
                });
                Await.until(
                        "what is odd is read", () -> articles(kafka).keySet().containsAll(oddities.values()));
                oddities.keySet()
                        .forEach(address -> assertTrue(
                                told.get(address).path("error").isNull(),
                                told.get(address).toString()));
                assertEquals(
                        "Zwölf Milliarden für Straße und Strom.",
                        articles(kafka).get("Wrongly named").body());
                articles(kafka)
                        .values()
                        .forEach(article -> assertFalse(article.body().contains("the secret"), article.toString()));
                assertTrue(articles(kafka).get("Laughs").body().length() < 1_000);
                assertEquals(
                        "Teaser.",
                        articles(kafka).get("Page of a hundred megabytes").body());

                goodFeed.set(feed("Second", "Text of the second."));
                Await.until("the good feed is read afterwards", () -> articles(kafka)
                        .containsKey("Second"));
                assertTrue(sources(road).get(good).path("error").isNull());
            }
        }
    }

    /** Address → words of the error that is told. */
    private static Map<String, String> faults(HostileServers servers) throws IOException {
        Map<String, String> faults = new LinkedHashMap<>();
        for (int status : new int[] {204, 206, 301, 400, 401, 403, 404, 406, 418, 451, 500, 502, 504, 599}) {
            faults.put(servers.http(HostileServers.status(status)), "the server answers " + status);
        }
        faults.put(servers.http(HostileServers.status(410)), "410, gone for good");
        faults.put(servers.http(HostileServers.status(429, "Retry-After", "600")), "the server answers 429");
        faults.put(servers.http(HostileServers.status(503, "Retry-After", "whenever")), "the server answers 503");
        faults.put(servers.http(servers.silent()), "no whole answer within 2000 ms");
        faults.put(servers.http(servers.stalled("<rss><channel>")), "no whole answer within 2000 ms");
        faults.put(servers.socket("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>"), "/feed: ");
        faults.put(servers.socket("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n<rss>"), "/feed: ");
        faults.put(servers.socket("I am no server of the web.\r\n\r\n"), "/feed: ");
        faults.put(servers.socket(""), "/feed: ");
        faults.put(servers.http(HostileServers.megabytes(100)), "larger than 16777216 bytes");
        faults.put(servers.http(HostileServers.bomb(100)), "unpacks to more than 16777216 bytes");
        faults.put(servers.http(HostileServers.text("x", "Content-Encoding", "gzip")), "broken gzip");
        faults.put(servers.http(HostileServers.text("x", "Content-Encoding", "br")), "packed as 'br'");
        faults.put(servers.http(HostileServers.status(302, "Location", "/feed?again")), "more than 5 redirects");
        faults.put(servers.http(HostileServers.status(301, "Location", "file:///etc/passwd")), "no address of the web");
        faults.put(servers.http(HostileServers.status(307, "Location", "http://169.254.169.254/")), "169.254.169.254");
        faults.put(servers.http(HostileServers.status(308, "Location", "http://[:")), "which is no address");
        faults.put(servers.http(HostileServers.text("<html><body>Sorry</body></html>")), "the answer is no feed");
        faults.put(servers.http(HostileServers.text("")), "the answer is no feed");
        faults.put(servers.http(HostileServers.text("{\"a\":".repeat(100_000))), "the answer is no feed");
        faults.put(servers.http(HostileServers.text("<a>".repeat(200_000))), "the answer is no feed");
        return faults;
    }

    /** Address → title of an article that is read all the same. */
    private static Map<String, String> oddities(HostileServers servers, Path secret) throws IOException {
        Map<String, String> oddities = new LinkedHashMap<>();
        oddities.put(
                servers.http(HostileServers.text(
                        feed("Wrongly named", "Zwölf Milliarden für Straße und Strom."),
                        ISO_8859_1,
                        "Content-Type",
                        "application/rss+xml; charset=utf-8")),
                "Wrongly named");
        oddities.put(
                servers.http(HostileServers.text(
                        feed("Unheard of", "Text."), "Content-Type", "text/xml; charset=\"no such thing\"")),
                "Unheard of");
        oddities.put(
                servers.http(HostileServers.text("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                        + feed("Entity", "What stands there is &x; and no more."))),
                "Entity");
        oddities.put(
                servers.http(HostileServers.text(
                        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
                                + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                                + feed("Laughs", "They said &d; and went."))),
                "Laughs");
        oddities.put(
                servers.http(HostileServers.text(feed("Cut", "Text.").replace("</item>", "<item><title>"))), "Cut");
        String large =
                servers.http(exchange -> (exchange.getRequestURI().getPath().equals("/robots.txt")
                                ? HostileServers.status(404)
                                : HostileServers.megabytes(100))
                        .to(exchange));
        oddities.put(
                servers.http(HostileServers.text("<rss><channel><item><title>Page of a hundred megabytes</title><link>"
                        + large + "</link><description>Teaser.</description></item></channel></rss>")),
                "Page of a hundred megabytes");
        return oddities;
    }

    private static String feed(String title, String text) {
        return "<rss><channel><item><link>https://example.com/" + title.replace(" ", "") + "</link><title>" + title
                + "</title><content:encoded>" + text + "</content:encoded></item></channel></rss>";
    }

    private static Map<String, Article> articles(EmbeddedKafka kafka) {
        return TopicReader.on(kafka.bootstrap()).latest(Topics.ARTICLES).values().stream()
                .collect(Collectors.toMap(article -> String.valueOf(article.title()), article -> article));
    }

    private static Map<String, JsonNode> sources(Road road) {
        URI uri = URI.create(
                "http://127.0.0.1:" + road.services().get(0).address().getPort() + "/sources");
        try {
            String json = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Map<String, JsonNode> sources = new LinkedHashMap<>();
            Json.mapper()
                    .readTree(json)
                    .forEach(source -> sources.put(source.path("address").asText(), source));
            return sources;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
