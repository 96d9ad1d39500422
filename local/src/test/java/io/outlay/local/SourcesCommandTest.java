package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Json;
import io.outlay.ingest.Intake;
import io.outlay.ingest.Positions;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.EmbeddedKafka;
import io.outlay.service.TopicAdmin;
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
                    "SOURCE  ASKED  NEXT  ENTRIES  FAILURES  STATE",
                    before.out().strip() + before.err());
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
                new TopicAdmin(admin).create(Intake.TOPICS, 1);
            }
            stands(
                    kafka,
                    "feed:https://a.example/feed",
                    "{\"seen\":[\"h1\",\"h2\"],\"failures\":1,\"error\":\"the server answers 500\","
                            + "\"asked\":\"2025-02-25T09:00:00.5Z\",\"next\":\"2025-02-25T09:20:00.5Z\"}");
            stands(kafka, "file:/data/a.ndjson", "3000 /data/a.ndjson");
            Ran table = Ran.outlay("sources", "--bootstrap", kafka.bootstrap());
            assertEquals("", table.err());
            assertEquals(
                    """
                    SOURCE                       ASKED                 NEXT                  ENTRIES  FAILURES  STATE
                    feed:https://a.example/feed  2025-02-25T09:00:00Z  2025-02-25T09:20:00Z        2         1  the server answers 500
                    file:/data/a.ndjson                                                                         goes on at 3000 /data/a.ndjson
                    """
                            .strip(),
                    table.out().strip().replace("\r", ""));
            Ran json = Ran.outlay("sources", "--format", "json", "--bootstrap", kafka.bootstrap());
            assertEquals(
                    "{\"source\":\"feed:https://a.example/feed\",\"feed\":{\"entries\":2,\"failures\":1,"
                            + "\"error\":\"the server answers 500\",\"asked\":\"2025-02-25T09:00:00.500Z\","
                            + "\"next\":\"2025-02-25T09:20:00.500Z\"},\"position\":null}",
                    json.out().lines().findFirst().orElseThrow());
        }
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
