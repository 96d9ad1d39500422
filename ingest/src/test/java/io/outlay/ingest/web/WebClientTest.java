package io.outlay.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebClientTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-25T09:00:00Z"), ZoneOffset.UTC);

    private final NewsServer server = new NewsServer();
    private final WebClient client = client(AddressGuard.anywhere(), Duration.ofSeconds(20));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void givesTheAnswerAndWhatIsSaidAboutIt() throws FetchException {
        server.serve(
                "/a",
                NewsServer.text(
                        "Body.",
                        "Content-Type",
                        "text/html; charset=ISO-8859-1",
                        "ETag",
                        "\"7\"",
                        "Last-Modified",
                        "then"));
        Fetched answer = client.get(server.at("/a"), Validators.NONE);
        assertEquals("Body.", new String(answer.body(), StandardCharsets.UTF_8));
        assertEquals("ISO-8859-1", answer.charset());
        assertEquals(new Validators("\"7\"", "then"), answer.validators());
    }

    @Test
    void sendsBothValidators() throws FetchException {
        server.serve("/a", NewsServer.status(304));
        assertEquals(
                304,
                client.get(server.at("/a"), new Validators("\"7\"", "then")).status());
        assertEquals("/a \"7\" then", server.asked.get(0));
    }

    @Test
    void followsRedirectsToWhereTheyEnd() throws FetchException {
        server.serve("/a", NewsServer.status(301, "Location", "/b"));
        server.serve("/b", NewsServer.status(307, "Location", server.at("/c").toString()));
        server.serve("/c", NewsServer.text("Here."));
        assertEquals(
                server.at("/c"), client.get(server.at("/a"), Validators.NONE).address());
    }

    @Test
    void givesUpOnRedirectsWithoutEnd() {
        server.serve("/a", NewsServer.status(302, "Location", "/a"));
        assertEquals(server.at("/a") + " leads to more than 5 redirects", failure("/a"));
    }

    @Test
    void checksEachRedirect() {
        server.serve("/a", NewsServer.status(302, "Location", "file:///etc/passwd"));
        assertEquals("no address of the web: file:///etc/passwd", failure("/a"));
    }

    @Test
    void hangsUpOnAnAnswerThatIsTooLarge() {
        server.serve("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(part);
            }
        });
        assertTrue(failure("/large").contains("larger than 16777216 bytes"), failure("/large"));
    }

    @Test
    void unpacksGzipButNoBomb() throws FetchException {
        server.serve(
                "/a",
                NewsServer.bytes(
                        NewsServer.gzip("Body.".getBytes(StandardCharsets.UTF_8)), "Content-Encoding", "gzip"));
        server.serve("/bomb", NewsServer.bytes(NewsServer.gzip(new byte[64 << 20]), "Content-Encoding", "gzip"));
        server.serve("/broken", NewsServer.text("no gzip", "Content-Encoding", "gzip"));
        server.serve("/other", NewsServer.text("?", "Content-Encoding", "br"));
        assertEquals(
                "Body.", new String(client.get(server.at("/a"), Validators.NONE).body(), StandardCharsets.UTF_8));
        assertEquals("the answer unpacks to more than 16777216 bytes", failure("/bomb"));
        assertEquals("the answer is broken gzip: Not in GZIP format", failure("/broken"));
        assertEquals("the answer is packed as 'br', which was not asked for", failure("/other"));
    }

    @Test
    void doesNotWaitForEverForTheRestOfAnAnswer() {
        CountDownLatch over = new CountDownLatch(1);
        server.serve("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        WebClient hasty = client(AddressGuard.anywhere(), Duration.ofMillis(300));
        String message = assertThrows(FetchException.class, () -> hasty.get(server.at("/slow"), Validators.NONE))
                .getMessage();
        over.countDown();
        assertTrue(message.contains("no whole answer within 300 ms"), message);
    }

    @Test
    void tellsAnAnswerThatIsCutOff() {
        server.serve("/cut", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
        });
        assertTrue(failure("/cut").startsWith(server.at("/cut").toString()), failure("/cut"));
    }

    @Test
    void readsHowLongToWait() throws FetchException {
        server.serve("/a", NewsServer.status(503, "Retry-After", "120"));
        server.serve("/b", NewsServer.status(429, "Retry-After", "Tue, 25 Feb 2025 09:30:00 GMT"));
        server.serve("/c", NewsServer.status(503, "Retry-After", "later"));
        assertEquals(
                Duration.ofMinutes(2),
                client.get(server.at("/a"), Validators.NONE).retryAfter());
        assertEquals(
                Duration.ofMinutes(30),
                client.get(server.at("/b"), Validators.NONE).retryAfter());
        assertNull(client.get(server.at("/c"), Validators.NONE).retryAfter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "172.16.3.4",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.0.1",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::"
            })
    void aNameOfAnInnerAddressIsRefused(String address) throws Exception {
        InetAddress inner = InetAddress.getByName(address);
        AddressGuard guard =
                AddressGuard.publicOnly(host -> new InetAddress[] {InetAddress.getByName("93.184.216.34"), inner});
        assertFalse(AddressGuard.isPublic(inner));
        assertThrows(FetchException.class, () -> guard.check(URI.create("https://rebinding.example/a")));
    }

    @Test
    void publicAddressesPass() throws Exception {
        for (String address :
                new String[] {"93.184.216.34", "8.8.8.8", "172.15.0.1", "100.63.0.1", "2606:2800:220:1::1"}) {
            assertTrue(AddressGuard.isPublic(InetAddress.getByName(address)), address);
        }
    }

    @Test
    void theLoopbackServerItselfIsRefusedUnlessAllowed() {
        WebClient guarded = client(AddressGuard.publicOnly(), Duration.ofSeconds(5));
        String message = assertThrows(FetchException.class, () -> guarded.get(server.at("/a"), Validators.NONE))
                .getMessage();
        assertEquals("127.0.0.1 is 127.0.0.1, which is no public address", message);
        assertTrue(server.asked.isEmpty());
    }

    @Test
    void anAnswerIsNotUsedWhenTheNameHasComeToMeanAnInnerAddress() throws Exception {
        server.serve("/a", NewsServer.text("Secret."));
        Iterator<String> meanings = List.of("93.184.216.34", "10.0.0.1").iterator();
        AddressGuard guard =
                AddressGuard.publicOnly(host -> new InetAddress[] {InetAddress.getByName(meanings.next())});
        WebClient guarded = client(guard, Duration.ofSeconds(20));
        String message = assertThrows(FetchException.class, () -> guarded.get(server.at("/a"), Validators.NONE))
                .getMessage();
        assertEquals("127.0.0.1 is 10.0.0.1, which is no public address", message);
        assertFalse(meanings.hasNext());
    }

    private String failure(String path) {
        return assertThrows(FetchException.class, () -> client.get(server.at(path), Validators.NONE))
                .getMessage();
    }

    private static WebClient client(AddressGuard guard, Duration timeout) {
        return new WebClient(guard, "outlay-test/1", timeout, CLOCK);
    }
}
