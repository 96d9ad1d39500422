package io.outlay.local.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topics;
import io.outlay.service.DeadLetters;
import io.outlay.service.RunningService;
import io.outlay.service.Service;
import io.outlay.service.ServiceRunner;
import io.outlay.service.ServiceState;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import io.outlay.service.TopicException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of a service on a real broker: exactly once, bad records and stops included. */
@ExtendWith(BrokerFaults.class)
class ServiceLifecycleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path kafkaFolder;

    @TempDir
    Path stateFolder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.on(kafkaFolder, EmbeddedKafka.ANY_PORT);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Test
    void badRecordsArePutAsideInTheSameTransactionAndTheStreamGoesOn() throws Exception {
        Service service = EchoService.named("echo-bad");
        try (RunningService running = start(service)) {
            assertTrue(running.awaitReady(PATIENCE));
            for (String value :
                    List.of("one", EchoService.UNREADABLE, EchoService.BREAKS, EchoService.TOO_LARGE, "two")) {
                send(EchoService.in("echo-bad"), value);
            }
            assertEquals(List.of("one", "two"), values(read(EchoService.out("echo-bad"), 2)));
            List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
            Await.until("three dead letters", () -> {
                letters.clear();
                letters.addAll(lettersOf("echo-bad"));
                return letters.size() == 3;
            });
            assertEquals(
                    List.of("SerializationException", "IllegalStateException", "RecordTooLargeException"),
                    letters.stream()
                            .map(letter -> header(letter, DeadLetters.ERROR))
                            .toList());
            assertEquals(
                    List.of("1", "2", "3"),
                    letters.stream()
                            .map(letter -> header(letter, DeadLetters.OFFSET))
                            .toList());
            assertEquals(List.of(EchoService.UNREADABLE, EchoService.BREAKS, EchoService.TOO_LARGE), values(letters));
            assertEquals(ServiceState.RUNNING, running.state());
        }
    }

    @Test
    void aSecondStartGoesOnWhereTheFirstStopped() throws Exception {
        Service service = EchoService.named("echo-again");
        try (RunningService running = start(service)) {
            assertTrue(running.awaitReady(PATIENCE));
            send(EchoService.in("echo-again"), "one");
            read(EchoService.out("echo-again"), 1);
            running.close();
            assertEquals(ServiceState.STOPPED, running.state());
            assertEquals(ServiceState.STOPPED, running.awaitEnd());
        }
        send(EchoService.in("echo-again"), "two");
        try (RunningService running = start(service)) {
            assertTrue(running.awaitReady(PATIENCE));
            assertEquals(List.of("one", "two"), values(read(EchoService.out("echo-again"), 2)));
        }
    }

    @Test
    void severalServicesShareAJvmAndEachTellsItsHealth() throws Exception {
        try (RunningService one = start(EchoService.named("echo-one"));
                RunningService two = start(EchoService.named("echo-two"))) {
            assertTrue(one.awaitReady(PATIENCE));
            assertTrue(two.awaitReady(PATIENCE));
            assertEquals(200, get(one, "/health/live").statusCode());
            assertEquals(200, get(two, "/health/ready").statusCode());
            one.close();
            assertEquals(ServiceState.STOPPED, one.state());
            assertTrue(get(two, "/health/ready").body().contains("\"state\":\"RUNNING\""));
        }
    }

    @Test
    void aCompanionRunsBesideTheTopologyAndItsRecordsAreFlushedOnAStop() throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        Service service = EchoService.named("echo-beside").with(context -> () -> {
            byte[] words = "last words".getBytes(UTF_8);
            sent.add(context.producer().send(new ProducerRecord<>(EchoService.in("echo-beside"), words, words)));
        });
        RunningService running = start(service);
        assertTrue(running.awaitReady(PATIENCE));
        running.close();
        assertTrue(sent.get(0).isDone());
        assertEquals(List.of("last words"), values(read(EchoService.in("echo-beside"), 1)));
    }

    @Test
    void aCompanionThatCannotStartTakesTheServiceDown() {
        Service service = EchoService.named("echo-lame").with(context -> {
            throw new IllegalStateException("no such feed");
        });
        var failure = assertThrows(IllegalStateException.class, () -> start(service));
        assertEquals("no such feed", failure.getMessage());
    }

    @Test
    void aTopicWithAnotherPartitionCountIsRefused() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(EchoService.in("echo-wide"), 2, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        var refusal = assertThrows(TopicException.class, () -> start(EchoService.named("echo-wide")));
        assertEquals("echo-wide.in: partitions is 2, the catalogue says 1", refusal.getMessage());
    }

    @Test
    void sigtermStopsAProcessGracefullyWithExitCodeZero() throws Exception {
        Path standardOutput = stateFolder.resolve("stdout");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoService.class.getName(),
                        "--bootstrap=" + kafka.bootstrap(),
                        "--state.dir=" + stateFolder,
                        "--http.port=0",
                        "--log.format=json")
                .redirectOutput(standardOutput.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            send(EchoService.in(EchoService.PROCESS), "hello");
            assertEquals(List.of("hello"), values(read(EchoService.out(EchoService.PROCESS), 1)));
            process.destroy(); // SIGTERM
            assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
            assertEquals("", Files.readString(standardOutput), "logs on standard output");
        } finally {
            process.destroyForcibly();
        }
    }

    private RunningService start(Service service) {
        Map<String, String> settings = Map.of(
                "bootstrap", kafka.bootstrap(),
                "state.dir", stateFolder.resolve(service.name()).toString(),
                "http.host", "localhost",
                "http.port", "0",
                "replication", "1");
        return ServiceRunner.start(service, Settings.of(service.settings(), settings));
    }

    private static HttpResponse<String> get(RunningService service, String path) throws Exception {
        URI uri = URI.create("http://localhost:" + service.address().getPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until the topic is there, which the service makes. */
    private static void send(String topic, String value) throws Exception {
        Settings settings = Settings.of(EchoService.named("any").settings(), Map.of("bootstrap", kafka.bootstrap()));
        try (var producer = new KafkaProducer<byte[], byte[]>(StreamsSettings.producer("test", settings))) {
            producer.send(new ProducerRecord<>(topic, value.getBytes(UTF_8), value.getBytes(UTF_8)))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> lettersOf(String service) {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        for (int partition = 0; partition < Topics.DEAD_LETTERS.partitions(); partition++) {
            letters.addAll(poll(new TopicPartition(Topics.DEAD_LETTERS.name(), partition)));
        }
        letters.removeIf(letter -> !header(letter, DeadLetters.SERVICE).equals(service));
        letters.sort((a, b) -> header(a, DeadLetters.OFFSET).compareTo(header(b, DeadLetters.OFFSET)));
        return letters;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int expected) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        Await.until(expected + " records in " + topic, () -> {
            found.clear();
            found.addAll(poll(new TopicPartition(topic, 0)));
            return found.size() >= expected;
        });
        return found;
    }

    /** All committed records of a partition. */
    private static List<ConsumerRecord<byte[], byte[]>> poll(TopicPartition partition) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrap(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(record -> new String(record.value(), UTF_8)).toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
