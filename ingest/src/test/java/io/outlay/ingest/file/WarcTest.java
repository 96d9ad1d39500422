package io.outlay.ingest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.ingest.source.Sighting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Web archives of our own making. */
class WarcTest {
    private static final byte[] INFO = record("warcinfo", null, "application/warc-fields", bytes("software: ours\r\n"));

    @Test
    void readsThePagesAndPassesOverTheRest() {
        byte[] archive = joined(
                INFO,
                record(
                        "request",
                        "https://paper.example/a",
                        "application/http; msgtype=request",
                        bytes("GET /a HTTP/1.1\r\n\r\n")),
                response(
                        "https://paper.example/a",
                        200,
                        "text/html; charset=ISO-8859-1",
                        latin1(page("Caf\u00e9s will spend."))),
                response("https://paper.example/moved", 301, "text/html", bytes(page("Moved."))),
                response("https://paper.example/picture", 200, "image/png", new byte[10]),
                record("response", "dns:paper.example", "text/dns", bytes("93.184.216.34")),
                response("https://paper.example/b", 200, "Text/HTML", bytes(page("Mines will spend."))));
        assertEquals(
                List.of(
                        "a.warc https://paper.example/a | https://paper.example/a | Caf\u00e9s will spend. | 2025-02-25T09:00:00Z",
                        "a.warc https://paper.example/b | https://paper.example/b | Mines will spend. | 2025-02-25T09:00:00Z"),
                lines("a.warc", new ByteArrayInputStream(archive)));
    }

    @Test
    void readsRecordsThatArePackedEachForItselfEvenFromAPipeThatPauses() throws IOException {
        byte[] archive = joined(
                gzip(INFO),
                gzip(response("https://paper.example/a", 200, "text/html", bytes(page("One will spend.")))),
                gzip(response("https://paper.example/b", 200, "text/html", bytes(page("Two will spend.")))));
        List<String> expected = List.of("One will spend.", "Two will spend.");
        assertEquals(expected, bodies(sightings("a.warc.gz", new ByteArrayInputStream(archive))));
        assertEquals(expected, bodies(sightings("standard input", new Pipe(archive))));
    }

    @Test
    void aPageIsUnpackedAsItsHeadersSay() throws IOException {
        byte[] packed = gzip(bytes(page("Packed will spend.")));
        byte[] page = bytes(page("In parts will spend."));
        byte[] inParts = joined(bytes(Integer.toHexString(page.length) + "\r\n"), page, bytes("\r\n0\r\n\r\n"));
        byte[] archive = joined(
                response("https://paper.example/a", 200, "text/html\r\nContent-Encoding: gzip", packed),
                response("https://paper.example/b", 200, "text/html\r\nTransfer-Encoding: chunked", inParts));
        assertEquals(
                List.of("Packed will spend.", "In parts will spend."),
                bodies(sightings("a.warc", new ByteArrayInputStream(archive))));
    }

    @Test
    void aPageThatCannotBeReadIsNamedAndTheNextOneIsRead() {
        byte[] archive = joined(
                response("https://paper.example/a", 200, "text/html\r\nContent-Encoding: br", new byte[10]),
                response("https://paper.example/b", 200, "text/html\r\nContent-Encoding: gzip", bytes("no gzip")),
                response("https://paper.example/c", 200, "text/html", bytes("<html></html>")),
                response("https://paper.example/d", 200, "text/html", new byte[Html.MAX_BYTES + 1]),
                response("https://paper.example/e", 200, "text/html", bytes(page("The last will spend."))));
        List<String> lines = lines("a.warc", new ByteArrayInputStream(archive));
        assertEquals("a.warc https://paper.example/a: the page is packed as 'br'", lines.get(0));
        assertTrue(lines.get(1).startsWith("a.warc https://paper.example/b: "), lines.get(1));
        assertEquals("a.warc https://paper.example/c: the article has no 'body'", lines.get(2));
        assertEquals("a.warc https://paper.example/d: the page is larger than 16777216 bytes", lines.get(3));
        assertTrue(lines.get(4).contains("The last will spend."), lines.get(4));
    }

    /** A reading that was stopped goes on behind the pages that it has read, those that were refused among them. */
    @Test
    void passingPagesOverGoesAsFarAsReadingThem() throws IOException {
        byte[] archive = joined(
                INFO,
                response("https://paper.example/a", 200, "text/html", bytes(page("One will spend."))),
                response("https://paper.example/picture", 200, "image/png", new byte[10]),
                response("https://paper.example/bad", 200, "text/html\r\nContent-Encoding: br", new byte[] {1, 2}),
                record("response", "https://paper.example/worse", "application/http", bytes("no answer at all")),
                response("https://paper.example/b", 200, "text/html", bytes(page("Two will spend."))));
        List<String> all = lines("a.warc", new ByteArrayInputStream(archive));
        for (int passed = 0; passed <= all.size(); passed++) {
            var reader = new FileReader(CsvColumns.byName(), new ByteArrayInputStream(archive), "a.warc");
            for (int i = 0; i < passed; i++) {
                assertTrue(reader.skip());
            }
            List<Sighting> rest = new ArrayList<>();
            reader.forEachRemaining(rest::add);
            assertEquals(all.size() - passed, rest.size(), "after " + passed + " of " + all);
        }
    }

    @Test
    void anArchiveThatIsCutOffGivesWhatItHas() {
        byte[] whole = joined(
                response("https://paper.example/a", 200, "text/html", bytes(page("One will spend."))),
                response("https://paper.example/b", 200, "text/html", bytes(page("Two will spend."))));
        byte[] inTheHeader = Arrays.copyOf(whole, whole.length / 2 + 40);
        List<String> lines = lines("a.warc", new ByteArrayInputStream(inTheHeader));
        assertTrue(lines.get(0).contains("One will spend."), lines.get(0));
        assertTrue(lines.get(1).startsWith("a.warc: cannot be read further: "), lines.get(1));
        assertEquals(2, lines.size());
    }

    /** No array could hold the film. */
    @Test
    void holdsNoMoreThanAPageOfAnArchiveOfAnySize() {
        long film = 3L << 30;
        byte[] first = response("https://paper.example/a", 200, "text/html", bytes(page("One will spend.")));
        byte[] last = response("https://paper.example/b", 200, "text/html", bytes(page("Two will spend.")));
        byte[] http = bytes("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n");
        byte[] filmHeader = header("response", "https://paper.example/film", "application/http", http.length + film);
        Counting read = new Counting(new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(first),
                new ByteArrayInputStream(joined(filmHeader, http)),
                new Zeros(film),
                new ByteArrayInputStream(joined(bytes("\r\n\r\n"), last))))));
        Iterator<Sighting> sightings = new FileReader(CsvColumns.byName(), read, "a.warc");
        assertEquals(List.of("One will spend."), bodies(List.of(sightings.next())));
        assertEquals(List.of("Two will spend."), bodies(List.of(sightings.next())));
        assertTrue(read.count() > film, "read: " + read.count());
    }

    @Test
    void givesEveryPageOfALongArchive() {
        List<InputStream> parts = IntStream.range(0, 2_000)
                .<InputStream>mapToObj(i -> new ByteArrayInputStream(response(
                        "https://paper.example/" + i, 200, "text/html", bytes(page("Company " + i + " will spend.")))))
                .toList();
        List<Sighting> sightings = sightings("a.warc", new SequenceInputStream(Collections.enumeration(parts)));
        assertEquals(
                IntStream.range(0, 2_000)
                        .mapToObj(i -> "Company " + i + " will spend.")
                        .toList(),
                bodies(sightings));
    }

    /** As many bytes as wanted, none of them kept. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(into, from, from + count, (byte) 0);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    /** Gives a few bytes at a time and never says that there are more. */
    private static final class Pipe extends ByteArrayInputStream {
        Pipe(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, 7));
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }

    private static byte[] response(String address, int status, String contentType, byte[] body) {
        byte[] http = bytes("HTTP/1.1 " + status + " Words\r\nContent-Type: " + contentType + "\r\n\r\n");
        return record("response", address, "application/http; msgtype=response", joined(http, body));
    }

    private static byte[] record(String type, String address, String contentType, byte[] block) {
        return joined(header(type, address, contentType, block.length), block, bytes("\r\n\r\n"));
    }

    private static byte[] header(String type, String address, String contentType, long length) {
        return bytes("WARC/1.0\r\nWARC-Type: " + type + "\r\n"
                + (address == null ? "" : "WARC-Target-URI: " + address + "\r\n")
                + "WARC-Date: 2025-02-25T09:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
                + "Content-Type: " + contentType + "\r\nContent-Length: " + length + "\r\n\r\n");
    }

    private static String page(String sentence) {
        return "<html><head><title>Spending</title></head><body><article><p>" + sentence
                + "</p></article></body></html>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static List<Sighting> sightings(String name, InputStream in) {
        List<Sighting> sightings = new ArrayList<>();
        new FileReader(CsvColumns.byName(), in, name).forEachRemaining(sightings::add);
        return sightings;
    }

    private static List<String> bodies(List<Sighting> sightings) {
        return sightings.stream()
                .map(sighting -> sighting instanceof Sighting.Found found
                        ? found.article().body()
                        : sighting.toString())
                .toList();
    }

    private static List<String> lines(String name, InputStream in) {
        return sightings(name, in).stream()
                .map(sighting -> sighting instanceof Sighting.Found found
                        ? String.join(
                                " | ",
                                found.where(),
                                String.valueOf(found.article().url()),
                                found.article().body(),
                                String.valueOf(found.article().fetchedAt()))
                        : sighting.toString())
                .toList();
    }
}
