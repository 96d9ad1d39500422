package io.outlay.local.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topics;
import io.outlay.ingest.file.FileSource;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast files are taken in, beside the same records sent by a plain producer of the same settings to the same broker, in turn:
 * {@code -Doutlay.speed=20000} articles. Prints, and judges nothing: clocks are no judges of a build.
 */
@ExtendWith(BrokerFaults.class)
class IntakeSpeedTest {
    private static final int ROUNDS = 5;
    private static final String SENTENCE =
            "Company %d will spend about nine billion dollars on new data centres, it says. ";

    @TempDir
    Path folder;

    @Test
    void filesBesideAPlainProducer() throws Exception {
        int articles = Integer.getInteger("outlay.speed", 0);
        assumeTrue(
                articles > 0, "the speed of intake was not measured: give a number of articles with -Doutlay.speed=N");
        int pages = Math.max(1, articles / 10);
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            print("NDJSON", kafka, ndjson(articles), articles);
            print("WARC", kafka, warc(pages), pages);
        }
    }

    private static void print(String kind, EmbeddedKafka kafka, Path file, int records) throws Exception {
        List<Double> raw = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double taken = perSecond(records, () -> {
                try (FileSource source = new FileSource(file)) {
                    assertEquals(
                            records,
                            Feeding.feed(source, kafka.bootstrap(), Clock.systemUTC(), Feeding.unheard())
                                    .found());
                }
            });
            double plain = perSecond(records, () -> produce(kafka, records));
            if (round > 0) { // the first makes the topics and warms up
                raw.add(plain);
                read.add(taken);
            }
        }
        System.out.printf(
                "%s: %.0f records/s taken in, %.0f sent raw, ratio %.2f (medians of %d)%n",
                kind, median(read), median(raw), median(read) / median(raw), ROUNDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for all
    private static void produce(EmbeddedKafka kafka, int records) {
        Settings settings = Settings.of(ServiceSettings.all(), Map.of("bootstrap", kafka.bootstrap()));
        try (var producer = new KafkaProducer<byte[], byte[]>(StreamsSettings.producer("raw", settings))) {
            for (int i = 0; i < records; i++) {
                var article = new Article("raw-" + i, null, "Title", body(i), null, null, null, null);
                byte[] value = Json.bytes(RawArticle.seen(article, Instant.EPOCH));
                producer.send(new ProducerRecord<>(
                        Topics.RAW_ARTICLES.name(), article.id().getBytes(StandardCharsets.UTF_8), value));
            }
            producer.flush();
        }
    }

    private static String body(int i) {
        return SENTENCE.formatted(i).repeat(48);
    }

    private Path ndjson(int articles) throws IOException {
        Path file = folder.resolve("articles.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < articles; i++) {
                out.write(Json.bytes(Map.of("id", "a-" + i, "title", "Title", "body", body(i))));
                out.write('\n');
            }
        }
        return file;
    }

    private Path warc(int pages) throws IOException {
        Path file = folder.resolve("pages.warc");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < pages; i++) {
                String paragraphs = ("<p>" + SENTENCE.formatted(i).repeat(4) + "</p>").repeat(12);
                byte[] http =
                        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>Title</title></head>"
                                        + "<body><nav><a href=/>Home</a></nav><article><h1>Title</h1>" + paragraphs
                                        + "</article></body></html>")
                                .getBytes(StandardCharsets.UTF_8);
                out.write(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
                                + String.format("%012d", i) + ">\r\nWARC-Date: 2025-02-25T09:00:00Z\r\n"
                                + "WARC-Target-URI: https://example.com/" + i + "\r\n"
                                + "Content-Type: application/http; msgtype=response\r\nContent-Length: " + http.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                out.write(http);
                out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
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
