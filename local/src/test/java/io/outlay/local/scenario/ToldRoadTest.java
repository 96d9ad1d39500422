package io.outlay.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.contracts.FxRate;
import io.outlay.contracts.Topics;
import io.outlay.ingest.source.Sighting;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.EmbeddedKafka;
import io.outlay.local.road.Feeding;
import io.outlay.local.road.ListedSource;
import io.outlay.local.road.Road;
import io.outlay.local.road.RoadEnd;
import io.outlay.local.road.Services;
import io.outlay.local.road.TopicReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A scenario told as articles on the real road: a broker, and every service at exactly-once. What stands in {@code postings} at its end
 * must come to the reference. Our own scenario once; a folder's by {@code -Doutlay.scenario=DIR}, five times.
 */
@ExtendWith(BrokerFaults.class)
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ToldRoadTest {
    private static final int SEEDS_OF_FOLDER = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void ourOwn() throws Exception {
        assertTold(ScenarioFiles.ours(), 0);
    }

    @Test
    void thatOfAFolder() throws Exception {
        String folder = System.getProperty("outlay.scenario");
        assumeTrue(folder != null, "ToldRoadTest was not run: give the scenario's folder as -Doutlay.scenario=DIR");
        for (int seed = 0; seed < SEEDS_OF_FOLDER; seed++) {
            assertTold(ScenarioFiles.of(Path.of(folder)), seed);
        }
    }

    private static void assertTold(ScenarioFiles scenario, int seed) throws Exception {
        List<Sighting> sightings = new ArrayList<>();
        for (Teller.Told told : new Teller(scenario.rows(), new Random(seed)).tell()) {
            sightings.add(Sighting.Found.asGiven(told.article(), told.row().id()));
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            Path state = kafka.folder().resolveSibling(kafka.folder().getFileName() + "-state");
            try (Road road = Road.start(
                    Services.all(InstantSource.fixed(NOW)), kafka.bootstrap(), state, Map.of("page.port", "0"))) {
                send(TestRates.everyMonth(scenario.dollars()), kafka.bootstrap());
                Feeding.feed(
                        new ListedSource("told", sightings),
                        kafka.bootstrap(),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        Feeding.unheard());
                try (RoadEnd end = new RoadEnd(kafka.bootstrap(), road.groups())) {
                    assertTrue(end.await(PATIENCE, look -> {}), "the articles are not through");
                }
                var postings = TopicReader.on(kafka.bootstrap()).latest(Topics.POSTINGS);
                assertEquals("", String.join("\n", scenario.stocks().differences(postings.values())), "seed " + seed);
            }
        }
    }

    private static void send(List<FxRate> rates, String bootstrap) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap),
                new StringSerializer(),
                Topics.FX_RATES.valueSerde().serializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (FxRate rate : rates) {
                sent.add(producer.send(new ProducerRecord<>(Topics.FX_RATES.name(), rate.key(), rate)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }
}
