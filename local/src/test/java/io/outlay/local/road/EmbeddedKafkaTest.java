package io.outlay.local.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerFaults.class)
class EmbeddedKafkaTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartOnTheSameFolderFindsEverythingAgain() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.on(folder, EmbeddedKafka.ANY_PORT)) {
            createTopic(kafka, "notes");
            produce(kafka, "notes", "a", "first");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.on(folder, EmbeddedKafka.ANY_PORT)) {
            produce(kafka, "notes", "b", "second");
            assertEquals(List.of("a=first", "b=second"), readAll(kafka, "notes", 2));
        }
    }

    @Test
    void aTemporaryBrokerLeavesNothingBehind() throws Exception {
        Path its;
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            createTopic(kafka, "notes");
            produce(kafka, "notes", "a", "first");
            its = kafka.folder();
            assertTrue(Files.exists(its.resolve("notes-0")), its.toString());
        }
        assertFalse(Files.exists(its), its.toString());
    }

    @Test
    void listensOnTheLoopbackAlone() {
        try (EmbeddedKafka kafka = EmbeddedKafka.on(folder, EmbeddedKafka.ANY_PORT)) {
            assertTrue(kafka.bootstrap().startsWith("127.0.0.1:"), kafka.bootstrap());
        }
    }

    @Test
    void topicsAreNotMadeByAskingForThem() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.on(folder, EmbeddedKafka.ANY_PORT);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            var answer = admin.describeTopics(List.of("never-made")).allTopicNames();
            ExecutionException e = assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
            assertTrue(e.getCause() instanceof UnknownTopicOrPartitionException, String.valueOf(e.getCause()));
        }
    }

    private static void createTopic(EmbeddedKafka kafka, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    private static void produce(EmbeddedKafka kafka, String topic, String key, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> readAll(EmbeddedKafka kafka, String topic, int expected) {
        List<String> found = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap(), "auto.offset.reset", "earliest");
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            while (found.size() < expected && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> r : consumer.poll(Duration.ofMillis(200))) {
                    found.add(r.key() + "=" + r.value());
                }
            }
        }
        return found;
    }
}
