package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topics;
import io.outlay.local.road.Await;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.EmbeddedKafka;
import io.outlay.local.road.Services;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerFaults.class)
class TopicsCommandTest {
    @Test
    void makesTheCatalogueOnceAndFindsWhatDiffers() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            String at = "--bootstrap=" + kafka.bootstrap();

            Ran missing = Ran.outlay("topics", "--check", at);
            assertEquals(1, missing.exitCode());
            assertEquals(Services.topics().size(), missing.out().lines().count(), missing.out());

            Ran made = Ran.outlay("topics", "--create", at);
            assertEquals(new Ran(0, madeAll(), ""), made);
            assertTrue(
                    made.out().contains("outlay.ingest-positions"), "without it no ingest starts that makes no topics");
            assertEquals(
                    new Ran(0, "", ""), Ran.outlay("topics", "--create", at), "a second time there is nothing to do");
            assertEquals(new Ran(0, "", ""), Ran.outlay("topics", "--check", at));

            addPartitions(kafka, Topics.CORRECTIONS.name(), 5);
            Await.until("the check sees 5 partitions", () -> Ran.outlay("topics", "--check", at)
                    .equals(new Ran(1, "outlay.corrections: partitions is 5, the catalogue says 3\n", "")));
        }
    }

    @Test
    void aBrokerThatIsNotThereIsOneLineThatSaysWhatToDo() {
        Ran nobody = Ran.outlay("topics", "--check", "--bootstrap=127.0.0.1:1");
        assertEquals(1, nobody.exitCode());
        assertEquals(
                List.of("outlay: no Kafka answers at 127.0.0.1:1: "
                        + "start one with 'outlay run', or name another with --bootstrap"),
                nobody.err().lines().toList());
    }

    private static String madeAll() {
        StringBuilder lines = new StringBuilder();
        Services.topics()
                .forEach(topic -> lines.append("made ").append(topic.name()).append(System.lineSeparator()));
        return lines.toString();
    }

    private static void addPartitions(EmbeddedKafka kafka, String topic, int total) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(total)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
