package io.outlay.ingest.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.service.HttpServers;
import io.outlay.service.RateLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushServerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-25T09:00:00Z"), ZoneOffset.UTC);
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static final RateLimit MANY = new RateLimit(1_000_000, System::nanoTime);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final HttpClient http = HttpClient.newHttpClient();
    private PushServer server;

    @BeforeEach
    void start() throws IOException {
        server = PushServer.start(HttpServers.create(ANY), "secret", MANY, producer, Duration.ofSeconds(20), CLOCK);
    }

    @AfterEach
    void close() throws InterruptedException {
        server.close(Duration.ZERO);
    }

    @Test
    void takesOneArticle() throws Exception {
        var answer = post("{\"id\":\"a1\",\n\"body\":\"One.\"}");
        assertEquals("202 {\"accepted\":[\"a1\"]}", line(answer));
        assertEquals(List.of("a1 One. 2025-02-25T09:00:00Z"), written());
    }

    @Test
    void takesAnArrayAndLines() throws Exception {
        assertEquals(
                202,
                post("[{\"id\":\"a1\",\"body\":\"One.\"},{\"id\":\"a2\",\"body\":\"Two.\"}]")
                        .statusCode());
        assertEquals(
                202,
                post("{\"id\":\"a3\",\"body\":\"Three.\"}\n{\"id\":\"a4\",\"retracted\":true}")
                        .statusCode());
        assertEquals(4, written().size());
        assertEquals("a4 gone 2025-02-25T09:00:00Z", written().get(3));
    }

    @Test
    void takesNothingWhenAnythingIsWrongAndSaysWhat() throws Exception {
        var answer = post("{\"id\":\"a1\",\"body\":\"One.\"}\n{\"id\":\"a2\"}\n{\"id\":\"A 3\",\"body\":\"Three.\"}");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("line:2: the article has no 'body'"), answer.body());
        assertTrue(answer.body().contains("line:3: the id 'A 3' does not match"), answer.body());
        assertEquals(400, post("hello").statusCode());
        assertEquals(List.of(), written());
    }

    @Test
    void retracts() throws Exception {
        assertEquals("202 {\"accepted\":[\"a1\"]}", line(delete("/articles/a1")));
        assertEquals(List.of("a1 gone 2025-02-25T09:00:00Z"), written());
        assertEquals(400, delete("/articles/A1").statusCode());
        assertEquals(405, delete("/articles").statusCode());
    }

    @Test
    void wantsTheToken() throws Exception {
        for (String authorization : List.of("Bearer wrong", "Basic secret", "secret")) {
            var request = HttpRequest.newBuilder(at("/articles"))
                    .header("Authorization", authorization)
                    .POST(BodyPublishers.ofString("{\"body\":\"One.\"}"));
            assertEquals(
                    401, http.send(request.build(), BodyHandlers.ofString()).statusCode());
        }
        assertEquals(List.of(), written());
    }

    @Test
    void aRequestSentAgainUnderItsKeyIsAnsweredAsBefore() throws Exception {
        var first = post("{\"body\":\"One.\"}", "Idempotency-Key", "k1");
        var second = post("{\"body\":\"One.\"}", "Idempotency-Key", "k1");
        assertEquals(line(first), line(second));
        assertEquals(1, written().size());
    }

    /** A sender who mixes his keys up must not lose an article by it. */
    @Test
    void anotherRequestUnderTheSameKeyIsRefused() throws Exception {
        post("{\"body\":\"One.\"}", "Idempotency-Key", "k1");
        var other = post("{\"body\":\"Two.\"}", "Idempotency-Key", "k1");
        assertEquals(422, other.statusCode());
        assertTrue(other.body().contains("'k1' came with other articles before"), other.body());
        assertEquals(1, written().size());
    }

    /** Whoever waits when the service stops was once cut off without an answer. */
    @Test
    void aStopAnswersWhoWaits() throws Exception {
        var silent = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        PushServer stopped =
                PushServer.start(HttpServers.create(ANY), "secret", MANY, silent, Duration.ofMinutes(10), CLOCK);
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + stopped.address().getPort() + "/articles"))
                .header("Authorization", "Bearer secret")
                .POST(BodyPublishers.ofString("{\"body\":\"One.\"}"));
        var waiting = http.sendAsync(request.build(), BodyHandlers.ofString());
        while (silent.history().isEmpty()) {
            Thread.onSpinWait();
        }
        stopped.close(Duration.ZERO);
        assertEquals(503, waiting.join().statusCode());
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        assertEquals(
                413,
                post("{\"body\":\"" + "x".repeat(PushServer.MAX_BYTES) + "\"}").statusCode());
    }

    @Test
    void saysWhenKafkaIsAway() throws Exception {
        producer.sendException = new KafkaException("away");
        var answer = post("{\"body\":\"One.\"}", "Idempotency-Key", "k1");
        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("retry-after").orElse(""));
        producer.sendException = null;
        assertEquals(202, post("{\"body\":\"One.\"}", "Idempotency-Key", "k1").statusCode());
    }

    @Test
    void doesNotSay202BeforeTheBrokerHasTheArticle() throws Exception {
        var silent = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        try (PushServer impatient =
                PushServer.start(HttpServers.create(ANY), "secret", MANY, silent, Duration.ofMillis(200), CLOCK)) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + impatient.address().getPort() + "/articles"))
                    .header("Authorization", "Bearer secret")
                    .POST(BodyPublishers.ofString("{\"body\":\"One.\"}"));
            assertEquals(
                    503, http.send(request.build(), BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void turnsAwayWhatComesTooFast() throws Exception {
        RateLimit oneEver = new RateLimit(1, () -> 0);
        var inbox = new Inbox(records -> {}, CLOCK);
        try (PushServer slow = PushServer.start(HttpServers.create(ANY), "secret", oneEver, inbox)) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + slow.address().getPort() + "/articles/a1"))
                    .header("Authorization", "Bearer secret")
                    .DELETE()
                    .build();
            assertEquals(202, http.send(request, BodyHandlers.ofString()).statusCode());
            assertEquals(429, http.send(request, BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void letsNoOtherSiteReadItsAnswers() throws Exception {
        var headers = post("{\"body\":\"One.\"}", "Origin", "https://elsewhere.example")
                .headers();
        assertEquals("", headers.firstValue("Access-Control-Allow-Origin").orElse(""));
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(headers.firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
    }

    @Test
    void turnsAwayWhatIsTooMuchAtOnce() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(6);
        Inbox slow = new Inbox(
                records -> {
                    busy.countDown();
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        throw new Inbox.UnavailableException("interrupted", e);
                    }
                },
                CLOCK);
        try (PushServer full = PushServer.start(HttpServers.create(ANY), "secret", MANY, slow)) {
            URI address = URI.create("http://127.0.0.1:" + full.address().getPort() + "/articles/a1");
            var request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer secret")
                    .DELETE()
                    .build();
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                waiting.add(http.sendAsync(request, BodyHandlers.ofString()));
            }
            busy.await();
            assertEquals(429, http.send(request, BodyHandlers.ofString()).statusCode());
            over.countDown();
            for (var answer : waiting) {
                assertEquals(202, answer.join().statusCode());
            }
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    private HttpResponse<String> post(String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(at("/articles"))
                .header("Authorization", "Bearer secret")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> delete(String path) throws Exception {
        var request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer secret")
                .DELETE();
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String line(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    /** Each record as {@code id body fetchedAt}. */
    private List<String> written() {
        return producer.history().stream()
                .map(record -> Json.read(record.value(), RawArticle.class))
                .map(raw -> raw.id() + " "
                        + (raw.article() == null ? "gone" : raw.article().body()) + " " + raw.fetchedAt())
                .toList();
    }
}
