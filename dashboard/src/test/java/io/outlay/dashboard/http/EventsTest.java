package io.outlay.dashboard.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.view.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers who stay: what they are told, and that a thousand of them, or slow ones, hold up nobody. */
@Timeout(60)
class EventsTest {
    @Test
    void whatChangesIsToldWithWhatStoodBefore() throws Exception {
        try (SamplePage page = SamplePage.filled();
                Reader reader = new Reader(page, "/api/events")) {
            assertEquals("health", reader.next().name());
            assertEquals("live", reader.next().name());
            page.put(Sample.commitment(Sample.ACME, "a1", Measure.COMMITMENT, "FR", "2025-05-01", 300));
            Event changed = reader.next("commitment");
            assertEquals("changed", changed.data().path("kind").asText());
            assertEquals(100, changed.data().path("before").path("headlineUsd").asInt());
            assertEquals(300, changed.data().path("now").path("headlineUsd").asInt());
            page.put(Sample.commitment(Sample.ACME, "a7", Measure.COMMITMENT, "FR", "2025-05-01", 7));
            assertEquals("new", reader.next("commitment").data().path("kind").asText());
            page.remove("a7");
            assertEquals("gone", reader.next("commitment").data().path("kind").asText());
            page.health = new Health(Health.State.GONE, 0, 0, List.of());
            page.server.looked();
            assertEquals("GONE", reader.next("health").data().path("state").asText());
        }
    }

    @Test
    void aReaderWhoComesBackIsToldWhatItMissedAndOnlyThat() throws Exception {
        try (SamplePage page = SamplePage.filled()) {
            String seen;
            try (Reader reader = new Reader(page, "/api/events")) {
                seen = reader.next("live").id();
            }
            page.put(Sample.commitment(Sample.ACME, "a8", Measure.COMMITMENT, "FR", "2025-05-01", 8));
            page.remove("a2");
            try (Reader reader = new Reader(page, "/api/events", "Last-Event-ID: " + seen)) {
                assertEquals("a8", reader.next("commitment").data().path("id").asText());
                Event gone = reader.next("commitment");
                assertEquals("a2", gone.data().path("id").asText());
                assertTrue(gone.data().path("now").isNull());
                Event live = reader.next();
                assertEquals("live", live.name());
                assertEquals(page.journal.end().toString(), live.id());
            }
        }
    }

    @Test
    void afterAGapEverythingIsSentAnewOrOnlyThatItMustBe() throws Exception {
        try (SamplePage page = SamplePage.filled()) {
            page.journal.begins();
            try (Reader reader = new Reader(page, "/api/events", "Last-Event-ID: 0.0.0")) {
                Event snapshot = reader.next("snapshot");
                assertEquals("0.0.0", snapshot.id(), "who goes away now begins anew again");
                List<String> all = new ArrayList<>();
                for (Event e = reader.next(); !e.name().equals("live"); e = reader.next()) {
                    all.add(e.data().path("id").asText());
                }
                assertEquals(List.of("a1", "a2", "b1"), all);
            }
            try (Reader reader = new Reader(page, "/api/events?snapshot=notice&after=0.0.0")) {
                assertEquals(
                        page.journal.end().toString(), reader.next("snapshot").id());
                assertEquals("live", reader.next().name());
            }
        }
    }

    @Test
    void aThousandReadersNeedNoThreadEach() throws Exception {
        List<Reader> readers = new ArrayList<>();
        try (SamplePage page = SamplePage.filled()) {
            int before = Thread.activeCount();
            for (int i = 0; i < 1_000; i++) {
                readers.add(new Reader(page, "/api/events"));
            }
            for (Reader reader : readers) {
                reader.next("live");
            }
            assertEquals(1_000, page.server.readers());
            page.put(Sample.commitment(Sample.ACME, "a1", Measure.COMMITMENT, "FR", "2025-05-01", 300));
            long began = System.nanoTime();
            for (Reader reader : readers) {
                assertEquals("a1", reader.next("commitment").data().path("id").asText());
            }
            System.out.printf(
                    "1,000 readers: %d threads more than before, all told within %d ms%n",
                    Thread.activeCount() - before, (System.nanoTime() - began) / 1_000_000);
            assertTrue(Thread.activeCount() - before < 20, "threads: " + (Thread.activeCount() - before));
        } finally {
            for (Reader reader : readers) {
                reader.close();
            }
        }
    }

    @Test
    void slowAndHalfOpenClientsStallNobody() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try (SamplePage page = SamplePage.filled()) {
            for (int i = 0; i < 1_500; i++) {
                page.put(Sample.commitment(Sample.BOREAL, "c" + i, Measure.COMMITMENT, "CA", "2025-05-01", i));
            }
            for (int i = 0; i < 30; i++) {
                idle.add(open(page, ""));
                idle.add(open(page, "GET /api/totals HTTP/1.1\r\nHost: loc"));
                idle.add(open(
                        page,
                        "POST /api/corrections HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 900\r\n\r\n{\"act"));
                // These ask for much and read nothing of it.
                idle.add(open(page, "GET /export/commitments.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                idle.add(open(page, "GET /api/events?after=0.0.0 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }
            try (Reader reader = new Reader(page, "/api/events")) {
                reader.next("live");
                for (int i = 0; i < 20; i++) {
                    assertEquals(200, page.get("/api/commitments?q=boreal").statusCode());
                    page.put(Sample.commitment(Sample.ACME, "a1", Measure.COMMITMENT, "FR", "2025-05-01", i));
                    assertEquals(
                            i,
                            reader.next("commitment")
                                    .data()
                                    .path("now")
                                    .path("headlineUsd")
                                    .asInt());
                }
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static Socket open(SamplePage page, String begin) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(page.socketAddress());
        OutputStream out = socket.getOutputStream();
        out.write(begin.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private record Event(String name, String id, JsonNode data) {}

    /** Reads events from a plain socket. */
    private static final class Reader implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        Reader(SamplePage page, String address, String... headers) throws IOException {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(), page.server.address().getPort());
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            String request = "GET " + address + " HTTP/1.0\r\nHost: localhost\r\n" + more + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1_024);
        }

        /** The next event of that name. */
        Event next(String name) throws IOException {
            Event event = next();
            while (!event.name().equals(name)) {
                event = next();
            }
            return event;
        }

        Event next() throws IOException {
            String name = "";
            String id = "";
            JsonNode data = Json.mapper().nullNode();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !name.isEmpty()) {
                    return new Event(name, id, data);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = Json.mapper().readTree(line.substring(6));
                }
            }
            throw new IOException("the stream has ended");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
