package io.outlay.local.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topics;
import io.outlay.ingest.file.FileSource;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast files are taken in, beside the same records sent by a plain producer of the same settings to the same broker, in turn:
 * {@code -Doutlay.speed=20000} articles. Of a web archive "the same records" may mean two things, and both are measured: the pages
 * as the archive has them, and the articles that come of them. {@code -Doutlay.pages=DIR} takes the pages of a folder
 * {@code html/NAME.html.gz} instead of ours. Prints, and judges nothing: clocks are no judges of a build.
 */
@ExtendWith(BrokerFaults.class)
class IntakeSpeedTest {
    private static final int ROUNDS = 5;

    /** Different records that are sent raw again and again, so that they need not all be in memory. */
    private static final int DIFFERENT = 500;

    /** Sentences of such words in no order pack to about half, as those of papers do; one that is repeated packs to nothing. */
    private static final String[] WORDS =
            ("company spend about nine billion dollars new data centres says year cloud will the of and"
                            + " power chips orders analysts quarter plan region build more than half announced capital investors"
                            + " demand supply machines lease site governor grid workers budget third raised target against market")
                    .split(" ");

    private static final int SENTENCE_WORDS = 14;
    private static final int PARAGRAPH_SENTENCES = 4;
    private static final int PARAGRAPHS = 11;

    /** About as much of a page is no text of its article as on those of papers. */
    private static final String AROUND = "<nav>" + "<a class=\"menu-item\" href=\"/section\">Section</a> ".repeat(60)
            + "</nav><script>"
            + "window.settings = window.settings || { measure: function (x) { return x < 1; } };".repeat(120)
            + "</script><style>" + ".card { margin: 0 auto; padding: 1rem; color: #333; }".repeat(100) + "</style>";

    @TempDir
    Path folder;

    @Test
    void filesBesideAPlainProducer() throws Exception {
        int articles = Integer.getInteger("outlay.speed", 0);
        assumeTrue(
                articles > 0, "the speed of intake was not measured: give a number of articles with -Doutlay.speed=N");
        int pages = Math.max(1, articles / 10);
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            Path ndjson = ndjson(articles);
            print("NDJSON", kafka, ndjson, articles, List.of(articles(ndjson)));
            List<byte[]> html = html();
            Path warc = warc(html, pages);
            print("WARC", kafka, warc, pages, List.of(html, articles(warc)));
        }
    }

    /** @param sentRaw what the file's records are, one by one or in the order of the ratios printed */
    private static void print(String kind, EmbeddedKafka kafka, Path file, int records, List<List<byte[]>> sentRaw)
            throws Exception {
        List<Double> taken = new ArrayList<>();
        List<List<Double>> plain = new ArrayList<>();
        sentRaw.forEach(some -> plain.add(new ArrayList<>()));
        for (int round = 0; round <= ROUNDS; round++) {
            boolean counts = round > 0; // the first makes the topics and warms up
            double intake = perSecond(records, () -> {
                try (FileSource source = new FileSource(file)) {
                    assertEquals(
                            records,
                            Feeding.feed(source, kafka.bootstrap(), Clock.systemUTC(), Feeding.unheard())
                                    .found());
                }
            });
            if (counts) {
                taken.add(intake);
            }
            for (int i = 0; i < sentRaw.size(); i++) {
                List<byte[]> values = sentRaw.get(i);
                double raw = perSecond(records, () -> send(kafka, values, records));
                if (counts) {
                    plain.get(i).add(raw);
                }
            }
        }
        System.out.printf("%s: %.0f records/s taken in", kind, median(taken));
        for (int i = 0; i < sentRaw.size(); i++) {
            long bytes =
                    sentRaw.get(i).stream().mapToLong(value -> value.length).sum()
                            / sentRaw.get(i).size();
            double raw = median(plain.get(i));
            System.out.printf("; %.0f sent raw of %d bytes each, ratio %.2f", raw, bytes, median(taken) / raw);
        }
        System.out.printf(" (medians of %d)%n", ROUNDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for all
    private static void send(EmbeddedKafka kafka, List<byte[]> values, int records) {
        Settings settings = Settings.of(ServiceSettings.all(), Map.of("bootstrap", kafka.bootstrap()));
        try (var producer = new KafkaProducer<byte[], byte[]>(StreamsSettings.producer("raw", settings))) {
            for (int i = 0; i < records; i++) {
                byte[] key = ("raw-" + i).getBytes(UTF_8);
                producer.send(new ProducerRecord<>(Topics.RAW_ARTICLES.name(), key, values.get(i % values.size())));
            }
            producer.flush();
        }
    }

    /** What intake writes of the first of a file's articles. */
    private static List<byte[]> articles(Path file) throws IOException {
        List<byte[]> values = new ArrayList<>();
        try (FileSource source = new FileSource(file)) {
            Source.Batch batch = source.poll(null);
            for (Sighting sighting : batch.sightings()
                    .subList(0, Math.min(DIFFERENT, batch.sightings().size()))) {
                RawArticle raw = sighting.toRaw(Instant.EPOCH).orElseThrow();
                values.add(Json.bytes(raw));
            }
        }
        return values;
    }

    private Path ndjson(int articles) throws IOException {
        Path file = folder.resolve("articles.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < articles; i++) {
                String body = String.join("\n\n", paragraphs(i));
                out.write(Json.bytes(Map.of("id", "a-" + i, "title", "Title", "body", body)));
                out.write('\n');
            }
        }
        return file;
    }

    private static List<byte[]> html() throws IOException {
        String given = System.getProperty("outlay.pages");
        List<byte[]> pages = new ArrayList<>();
        if (given == null) {
            for (int i = 0; i < DIFFERENT; i++) {
                pages.add(page(i).getBytes(UTF_8));
            }
            return pages;
        }
        try (Stream<Path> files = Files.list(Path.of(given, "html"))) {
            for (Path file : files.sorted().toList()) {
                try (var html = new GZIPInputStream(Files.newInputStream(file))) {
                    pages.add(html.readAllBytes());
                }
            }
        }
        return pages;
    }

    private static String page(int i) {
        return "<html><head><title>Title</title></head><body>" + AROUND + "<article><h1>Title</h1><p>"
                + String.join("</p><p>", paragraphs(i)) + "</p></article></body></html>";
    }

    private static List<String> paragraphs(int seed) {
        Random random = new Random(seed);
        List<String> paragraphs = new ArrayList<>();
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            StringBuilder text = new StringBuilder();
            for (int word = 1; word <= PARAGRAPH_SENTENCES * SENTENCE_WORDS; word++) {
                text.append(WORDS[random.nextInt(WORDS.length)])
                        .append(word % SENTENCE_WORDS == 0 ? ". " : " ")
                        .append(word % SENTENCE_WORDS == 7 ? random.nextInt(10_000) + " " : "");
            }
            paragraphs.add(text.toString().strip());
        }
        return paragraphs;
    }

    private Path warc(List<byte[]> html, int pages) throws IOException {
        Path file = folder.resolve("pages.warc");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < pages; i++) {
                byte[] head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".getBytes(UTF_8);
                byte[] page = html.get(i % html.size());
                out.write(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
                                + String.format("%012d", i) + ">\r\nWARC-Date: 2025-02-25T09:00:00Z\r\n"
                                + "WARC-Target-URI: https://example.com/" + i + "\r\n"
                                + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                                + (head.length + page.length) + "\r\n\r\n")
                        .getBytes(UTF_8));
                out.write(head);
                out.write(page);
                out.write("\r\n\r\n".getBytes(UTF_8));
            }
        }
        return file;
    }

    /** Something that is timed. */
    private interface Work {
        void run() throws Exception;
    }

    private static double perSecond(int records, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return records * 1e9 / (System.nanoTime() - start);
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
