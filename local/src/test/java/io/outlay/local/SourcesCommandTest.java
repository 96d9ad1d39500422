package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import io.outlay.ingest.Intake;
import io.outlay.ingest.Positions;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.EmbeddedKafka;
import io.outlay.service.TopicAdmin;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerFaults.class)
class SourcesCommandTest {
    @Test
    void showsHowEachSourceIs() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            Ran before = Ran.outlay("sources", "--bootstrap", kafka.bootstrap());
            assertEquals(
                    "SOURCE  ASKED  NEXT  POLLS  NEW  UNCHANGED  FAILED  STATE",
                    before.out().strip() + before.err());
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
                new TopicAdmin(admin).create(Intake.TOPICS, 1);
            }
            stands(
                    kafka,
                    "feed:https://a.example/feed",
                    "{\"seen\":[\"h1\",\"h2\"],\"failures\":2,\"error\":\"the server answers 500\","
                            + "\"counts\":{\"polls\":9,\"found\":4,\"unchanged\":5,\"failed\":3},"
                            + "\"asked\":\"2025-02-25T09:00:00.5Z\",\"next\":\"2025-02-25T09:20:00.5Z\"}");
            stands(kafka, "file:/data/a.ndjson", "3000 /data/a.ndjson");
            Ran table = Ran.outlay("sources", "--bootstrap", kafka.bootstrap());
            assertEquals("", table.err());
            List<String> lines = table.out().lines().toList();
            assertEquals(
                    "https://a.example/feed | 2025-02-25T09:00:00Z | 2025-02-25T09:20:00Z | 9 | 4 | 5 | 3 | the server answers 500, 2 times in a row,",
                    cells(lines.get(1)).replaceFirst(" \\d+ s late$", ""));
            assertEquals("file:/data/a.ndjson | goes on at 3000 /data/a.ndjson", cells(lines.get(2)));
            Ran json = Ran.outlay("sources", "--format", "json", "--bootstrap", kafka.bootstrap());
            JsonNode first =
                    Json.mapper().readTree(json.out().lines().findFirst().orElseThrow());
            assertEquals("https://a.example/feed", first.path("address").asText());
            assertEquals("active", first.path("state").asText());
            assertEquals(4, first.path("found").asInt());
            assertTrue(first.path("lagSeconds").asLong() > 3600, first.toString());
        }
    }

    /** Cells of a line, as a person parts them. */
    private static String cells(String line) {
        return line.strip().replaceAll("\\s{2,}", " | ");
    }

    private static void stands(EmbeddedKafka kafka, String source, String position) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] value = Json.bytes(new Positions.Position(source, position));
            producer.send(new ProducerRecord<>(Positions.TOPIC.name(), source, value))
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
