package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    private static final Health RESTORING = new Health("enrich", ServiceState.RESTORING, true, false, 1234, null);
    private static final Health RUNNING = new Health("enrich", ServiceState.RUNNING, true, true, 0, null);
    private static final Health FAILED = new Health("enrich", ServiceState.FAILED, false, false, 0, "no way");

    private final AtomicReference<Health> health = new AtomicReference<>(RUNNING);
    private final HealthServer server = HealthServer.start(at(0), health::get);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRunningServiceIsLiveAndReady() throws Exception {
        assertEquals(200, get("/health/live").statusCode());
        assertEquals(200, get("/health/ready").statusCode());
        assertEquals(
                "{\"service\":\"enrich\",\"state\":\"RUNNING\",\"live\":true,\"ready\":true,\"restoring\":0,\"failure\":null}\n",
                get("/health/ready").body());
    }

    @Test
    void aRestoringServiceIsLiveButNotReadyAndSaysHowFarItIs() throws Exception {
        health.set(RESTORING);
        assertEquals(200, get("/health/live").statusCode());
        HttpResponse<String> ready = get("/health/ready");
        assertEquals(503, ready.statusCode());
        assertTrue(ready.body().contains("\"restoring\":1234"), ready.body());
    }

    @Test
    void aFailedServiceIsNeitherAndSaysWhy() throws Exception {
        health.set(FAILED);
        assertEquals(503, get("/health/live").statusCode());
        assertTrue(get("/health/ready").body().contains("\"failure\":\"no way\""));
    }

    @Test
    void headIsAnsweredAndPostIsNot() throws Exception {
        assertEquals(
                200,
                send(request("/health/live").method("HEAD", BodyPublishers.noBody()))
                        .statusCode());
        HttpResponse<String> post = send(request("/health/live").POST(BodyPublishers.ofString("x")));
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void otherPathsAreNotThere() throws Exception {
        assertEquals(404, get("/").statusCode());
        assertEquals(404, get("/health/ready/and/more").statusCode());
    }

    @Test
    void aPortInUseIsToldWithItsAddress() {
        int port = server.address().getPort();
        var refusal = assertThrows(UncheckedIOException.class, () -> HealthServer.start(at(port), health::get));
        assertEquals("the health server cannot listen on localhost:" + port, refusal.getMessage());
    }

    @Test
    void metricsAreInPrometheusFormat() throws Exception {
        Metrics.counter("outlay.test.things", "things of this test", "kind", "small")
                .increment();
        HttpResponse<String> metrics = get("/metrics");
        assertEquals(200, metrics.statusCode());
        assertTrue(metrics.body().contains("outlay_test_things_total{kind=\"small\"} 1.0"), metrics.body());
        assertTrue(metrics.body().contains("jvm_memory_used_bytes{"), metrics.body());
    }

    @Test
    void noAnswerMayBeReadOrShownByAnotherSite() throws Exception {
        var headers = get("/health/live").headers();
        assertEquals("", headers.firstValue("Access-Control-Allow-Origin").orElse(""));
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(
                "default-src 'none'; frame-ancestors 'none'",
                headers.firstValue("Content-Security-Policy").orElse(""));
    }

    private static Settings at(int port) {
        return Settings.of(
                ServiceSettings.all(), Map.of("http.host", "localhost", "http.port", Integer.toString(port)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.address().getPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
