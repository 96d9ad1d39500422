package io.outlay.ingest.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.service.HttpServers;
import io.outlay.service.RateLimit;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who is refused before all of his request was read still hears why: the connection was once closed under him, and he saw a reset
 * instead of the answer.
 */
class EarlyAnswersTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int TIMES = 8;

    private final Inbox inbox = new Inbox(
            records -> {
                throw new Inbox.UnavailableException("Kafka does not take it now", null);
            },
            Clock.systemUTC());
    private PushServer server;

    @BeforeEach
    void start() throws IOException {
        RateLimit many = new RateLimit(1_000_000, System::nanoTime);
        server = PushServer.start(HttpServers.create(ANY), "secret", many, inbox);
    }

    @AfterEach
    void close() throws InterruptedException {
        server.close(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "413, POST /articles, Bearer secret, 1",
        "413, POST /articles, Bearer secret, 3",
        "401, POST /articles, Bearer wrong, 1",
        "401, POST /articles, Bearer wrong, 3",
        "405, PUT /articles, Bearer secret, 1",
        "404, POST /elsewhere, Bearer secret, 1",
        "404, POST /articlesandmore, Bearer secret, 1"
    })
    void aClientThatSendsAllBeforeItReadsHearsTheAnswer(int status, String request, String token, int times)
            throws IOException {
        byte[] body = new byte[times * PushServer.MAX_BYTES + 1];
        for (int i = 0; i < TIMES; i++) {
            assertEquals("HTTP/1.1 " + status, sendThenRead(server, request, token, body, false));
            assertEquals("HTTP/1.1 " + status, sendThenRead(server, request, token, body, true));
        }
    }

    @Test
    void theJdksClientHearsIt() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        byte[] body = new byte[2 * PushServer.MAX_BYTES];
        for (int i = 0; i < TIMES; i++) {
            for (boolean sized : new boolean[] {true, false}) {
                var publisher = sized
                        ? BodyPublishers.ofByteArray(body)
                        : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
                var answer = http.send(
                        HttpRequest.newBuilder(address(server))
                                .header("Authorization", "Bearer secret")
                                .POST(publisher)
                                .build(),
                        BodyHandlers.ofString());
                assertEquals(413, answer.statusCode());
                assertTrue(answer.body().contains("larger than " + PushServer.MAX_BYTES), answer.body());
            }
        }
    }

    @Test
    void soDoWhoeverComesTooFastAndWhoeverComesWhileKafkaIsAway() throws Exception {
        byte[] article =
                ("{\"body\":\"" + "x".repeat(PushServer.MAX_BYTES / 2) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] fits = ("{\"body\":\"" + "x".repeat(500_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        RateLimit oneEver = new RateLimit(1, () -> 0);
        try (PushServer slow = PushServer.start(HttpServers.create(ANY), "secret", oneEver, inbox)) {
            assertEquals("HTTP/1.1 503", sendThenRead(slow, "POST /articles", "Bearer secret", fits, false));
            for (int i = 0; i < TIMES; i++) {
                assertEquals(
                        "HTTP/1.1 429", sendThenRead(slow, "POST /articles", "Bearer secret", article, i % 2 == 0));
            }
        }
    }

    /** The status line, as far as its words, after all of the body has been sent. */
    private static String sendThenRead(PushServer to, String request, String token, byte[] body, boolean chunked)
            throws IOException {
        try (Socket socket = new Socket(to.address().getAddress(), to.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((request + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + token + "\r\n"
                            + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            if (chunked) {
                out.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(body);
            if (chunked) {
                out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return String.valueOf(line).replaceFirst("^(\\S+ \\S+).*", "$1");
        }
    }

    private static URI address(PushServer server) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + "/articles");
    }
}
