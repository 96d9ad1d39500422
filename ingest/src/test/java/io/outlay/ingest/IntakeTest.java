package io.outlay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topics;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Instant NOW = Instant.parse("2025-02-25T10:00:00Z");

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Intake intake = new Intake(producer, Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void initialise() {
        producer.initTransactions();
    }

    @Test
    void writesEachBatchWithThePositionBehindIt() throws IOException {
        var tally = intake.drain(new ThreeBatches(), null, listener());
        assertEquals(
                List.of(
                        "outlay.raw-articles a1 seen 2025-02-25T10:00:00Z",
                        "outlay.ingest-positions three 1",
                        "outlay.raw-articles a2 gone 2025-02-24T10:00:00Z",
                        "outlay.dead-letters there:7",
                        "outlay.ingest-positions three 2",
                        "outlay.ingest-positions three none"),
                written());
        assertEquals(new Intake.Tally(1, 1, 1), tally);
        assertEquals(List.of("1", "there:7: no body", "3", "3"), told);
        assertEquals(3, producer.commitCount());
    }

    /** Nothing is lost: what was refused stands in its dead letter. */
    @Test
    void aDeadLetterHoldsWhatWasRefused() throws IOException {
        byte[] bad = {'{', (byte) 0xFF};
        intake.drain(
                new Source() {
                    @Override
                    public String name() {
                        return "bad";
                    }

                    @Override
                    public Batch poll(String position) {
                        return Batch.last(List.of(new Sighting.Refused("there:1", "no JSON", bad)));
                    }
                },
                null,
                listener());
        assertEquals(bad, producer.history().get(0).value());
    }

    @Test
    void goesOnFromAPosition() throws IOException {
        assertEquals(1, intake.drain(new ThreeBatches(), "1", listener()).gone());
        assertTrue(written().get(0).startsWith("outlay.raw-articles a2"));
    }

    @Test
    void rawRecordsAreAsYoungAsTheMomentSoThatTheirTopicDoesNotForgetThem() throws IOException {
        intake.drain(new ThreeBatches(), null, listener());
        assertTrue(producer.history().stream().allMatch(record -> record.timestamp() == null));
    }

    @Test
    void writesNothingOfABatchThatFails() {
        producer.commitTransactionException = new KafkaException("the broker is away");
        assertThrows(KafkaException.class, () -> intake.drain(new ThreeBatches(), null, listener()));
        assertEquals(List.of(), written());
        assertTrue(producer.transactionAborted());
        assertEquals(List.of(), told);
    }

    private List<String> written() {
        return producer.history().stream().map(IntakeTest::line).toList();
    }

    private static String line(ProducerRecord<byte[], byte[]> record) {
        String line = record.topic() + " " + new String(record.key(), java.nio.charset.StandardCharsets.UTF_8);
        if (record.topic().equals(Topics.RAW_ARTICLES.name())) {
            RawArticle raw = Json.read(record.value(), RawArticle.class);
            return line + (raw.retracted() ? " gone " : " seen ") + raw.fetchedAt();
        }
        if (record.topic().equals(Positions.TOPIC.name())) {
            return line
                    + " "
                    + (record.value() == null
                            ? "none"
                            : Json.read(record.value(), Positions.Position.class)
                                    .position());
        }
        return line;
    }

    private Intake.Listener listener() {
        return new Intake.Listener() {
            @Override
            public void committed(Intake.Tally tally, double shareRead) {
                told.add(Long.toString(tally.total()));
            }

            @Override
            public void refused(Sighting.Refused refused) {
                told.add(refused.toString());
            }
        };
    }

    /** An article; one that is gone and something that is none; nothing more. */
    private static final class ThreeBatches implements Source {
        @Override
        public String name() {
            return "three";
        }

        @Override
        public Batch poll(String position) {
            if (position == null) {
                var article = new Article("a1", null, null, "One.", null, null, null, null);
                return Batch.until("1", List.of(Sighting.Found.asGiven(article, "there:1")));
            }
            if (position.equals("1")) {
                Instant yesterday = Instant.parse("2025-02-24T10:00:00Z");
                return Batch.until(
                        "2",
                        List.of(
                                new Sighting.Gone("a2", yesterday, "there:6"),
                                new Sighting.Refused("there:7", "no body")));
            }
            return Batch.last(List.of());
        }
    }
}
