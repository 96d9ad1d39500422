package io.outlay.local.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topics;
import io.outlay.local.OutlayMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code outlay ingest} as a process that is killed again and again, against a broker that is one, too: nothing is lost, nothing
 * comes twice. {@code -Doutlay.kills=N} for more than a few kills.
 */
@ExtendWith(BrokerFaults.class)
class IntakeKillTest {
    private static final int KILLS = Integer.getInteger("outlay.kills", 3);
    private static final int ARTICLES = 10_000 * (KILLS + 3);

    @TempDir
    Path folder;

    @Test
    void aKillAtAnyMomentNeitherLosesNorDoubles() throws Exception {
        Path file = articles();
        try (BrokerProcesses kafka = BrokerProcesses.start(folder.resolve("kafka"), 1, Map.of())) {
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = kill * ARTICLES / (KILLS + 3);
                Process ingest = ingest(file, kafka.bootstrap(), kill);
                try {
                    Await.until(
                            "the run has committed " + enough,
                            () -> idsIn(kafka).size() >= enough || !ingest.isAlive());
                } finally {
                    ingest.destroyForcibly().waitFor();
                }
                assertTrue(
                        idsIn(kafka).size() < ARTICLES, "the run had ended before it was killed; give it more to do");
            }
            Process last = ingest(file, kafka.bootstrap(), 0);
            assertTrue(last.waitFor(60, TimeUnit.SECONDS), "the last run ends");
            assertEquals(0, last.exitValue(), () -> log(0));
            List<String> ids = idsIn(kafka);
            assertEquals(ARTICLES, ids.size());
            assertEquals(ARTICLES, new HashSet<>(ids).size());
        }
    }

    private Path articles() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ARTICLES; i++) {
            lines.append("{\"id\":\"a")
                    .append(i)
                    .append("\",\"body\":\"Company ")
                    .append(i)
                    .append(" will spend.\"}\n");
        }
        return Files.writeString(folder.resolve("articles.ndjson"), lines);
    }

    private Process ingest(Path file, String bootstrap, int run) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OutlayMain.class.getName(),
                        "ingest",
                        file.toString(),
                        "--bootstrap",
                        bootstrap)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run-" + run + ".log").toFile())
                .start();
    }

    private String log(int run) {
        try {
            return Files.readString(folder.resolve("run-" + run + ".log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    /** The ids of all raw records that are committed. */
    private static List<String> idsIn(BrokerProcesses kafka) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrap(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<String> ids = new ArrayList<>();
            if (!consumer.listTopics().containsKey(Topics.RAW_ARTICLES.name())) {
                return ids;
            }
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RAW_ARTICLES.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> ids.add(new String(record.key(), UTF_8)));
            }
            return ids;
        }
    }
}
