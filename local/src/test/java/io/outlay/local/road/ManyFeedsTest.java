package io.outlay.local.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.outlay.contracts.Topics;
import io.outlay.ingest.IngestMain;
import io.outlay.ingest.Positions;
import io.outlay.ingest.web.FeedSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many feeds polled by one process in 512 MB of memory, all told: {@code -Doutlay.feeds=1000}. It takes minutes, so the build does
 * not run it.
 */
@ExtendWith(BrokerFaults.class)
class ManyFeedsTest {
    private static final int ENTRIES = 10;
    private static final long MOST_MEMORY_KB = 512 * 1024;
    private static final String TEXT =
            "The company will spend about nine billion dollars on new data centres, it says. ";
    private static final long PATIENCE_S = 600;

    @TempDir
    Path folder;

    @Test
    void oneSmallMachinePollsThemAll() throws Exception {
        int feeds = Integer.getInteger("outlay.feeds", 0);
        assumeTrue(feeds > 0, "many feeds were not polled: give their number with -Doutlay.feeds=N");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] feed = feed(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, feed.length);
                exchange.getResponseBody().write(feed);
            }
        });
        server.start();
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            long start = System.nanoTime();
            Process ingest = ingest(kafka.bootstrap(), list(server.getAddress().getPort(), feeds));
            try {
                awaitPolls(kafka, feeds, 1, ingest);
                long firstRound = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                awaitPolls(kafka, feeds, 2, ingest);
                long memoryKb = mostMemoryKb(ingest);
                System.out.printf(
                        "%d feeds, %d articles: first round within %d s of the start, at most %d MB of memory%n",
                        feeds, feeds * ENTRIES, firstRound, memoryKb / 1024);
                assertEquals(
                        feeds * ENTRIES,
                        TopicReader.on(kafka.bootstrap())
                                .latestBytes(Topics.RAW_ARTICLES.name())
                                .size());
                assertTrue(memoryKb < MOST_MEMORY_KB, memoryKb + " KB");
            } finally {
                ingest.destroy();
                ingest.waitFor();
            }
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void awaitPolls(EmbeddedKafka kafka, int feeds, int polls, Process ingest) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        long done = 0;
        while (done < feeds) {
            assertTrue(ingest.isAlive(), "the service runs");
            assertTrue(System.nanoTime() < deadline, "only " + done + " feeds were asked " + polls + " times");
            TopicReader reader = TopicReader.on(kafka.bootstrap());
            done = !reader.exists(Positions.TOPIC)
                    ? 0
                    : reader.latest(Positions.TOPIC).values().stream()
                            .map(at -> FeedSource.stateAt(at.position()))
                            .filter(state ->
                                    state.error() == null && state.counts().polls() >= polls)
                            .count();
        }
    }

    private static String feed(String path) {
        StringBuilder feed = new StringBuilder("<rss><channel><title>Feed</title>");
        for (int i = 0; i < ENTRIES; i++) {
            feed.append("<item><link>https://example.com")
                    .append(path)
                    .append('/')
                    .append(i)
                    .append("</link><title>Story</title><content:encoded>")
                    .append(TEXT.repeat(25))
                    .append("</content:encoded></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private Path list(int port, int feeds) throws IOException {
        StringBuilder opml = new StringBuilder("<opml><body>");
        for (int i = 0; i < feeds; i++) {
            opml.append("<outline xmlUrl=\"http://127.0.0.1:")
                    .append(port)
                    .append("/feed-")
                    .append(i)
                    .append("\"/>");
        }
        return Files.writeString(folder.resolve("feeds.opml"), opml.append("</body></opml>"));
    }

    private Process ingest(String bootstrap, Path list) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestMain.class.getName(),
                        "--bootstrap=" + bootstrap,
                        "--feeds.list=" + list,
                        "--feeds.interval=60s",
                        "--http.port=0",
                        "--state.dir=" + folder.resolve("state"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ingest.log").toFile())
                .start();
    }

    /** The largest that the process has been, code and native memory included. */
    private static long mostMemoryKb(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
