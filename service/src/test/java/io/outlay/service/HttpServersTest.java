package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpServersTest {
    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    Path folder;

    @Test
    void theKeyStoreOfTheSettingsMakesEveryServerSpeakTls() throws Exception {
        Path store = keyStore();
        var server = HttpServers.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings(store, PASSWORD));
        HttpServers.offer(server, "/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        try {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(store)).build();
            int port = server.getAddress().getPort();
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(204, answer.statusCode());
            assertEquals(
                    "max-age=31536000",
                    answer.headers().firstValue("Strict-Transport-Security").orElse(""));
            assertThrows(
                    IOException.class,
                    () -> HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                                            .build(),
                                    BodyHandlers.ofString()),
                    "plain HTTP gets no answer");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aKeyStoreThatCannotBeUsedIsNamedAndItsPasswordIsNot() throws Exception {
        Path store = keyStore();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var refusal =
                assertThrows(IOException.class, () -> HttpServers.create(address, settings(store, "wrong-password")));
        assertTrue(refusal.getMessage().contains(store.toString()), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("wrong-password"), refusal.getMessage());
    }

    @Test
    void tokensAreTheSameOrNot() {
        assertTrue(HttpServers.sameToken("Bearer a", "Bearer a"));
        assertFalse(HttpServers.sameToken("Bearer a", "Bearer b"));
        assertFalse(HttpServers.sameToken("", "Bearer a"));
    }

    @Test
    void aRateLetsThroughABurstAndThenSoManyASecond() {
        AtomicLong clock = new AtomicLong();
        RateLimit rate = new RateLimit(2, clock::get);
        assertTrue(rate.pass());
        assertTrue(rate.pass());
        assertFalse(rate.pass());
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertTrue(rate.pass());
        assertFalse(rate.pass());
        clock.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertTrue(rate.pass());
        assertTrue(rate.pass());
        assertFalse(rate.pass());
    }

    private static Settings settings(Path store, String password) {
        return Settings.of(
                ServiceSettings.all(), Map.of("http.tls.keystore", store.toString(), "http.tls.password", password));
    }

    private Path keyStore() throws IOException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        return store;
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
