package io.outlay.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.aggregate.AggregateMain;
import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.contracts.Article;
import io.outlay.contracts.Countries;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.contracts.PostingHistory;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.enrich.EnrichMain;
import io.outlay.enrich.text.Tagger;
import io.outlay.ingest.IngestMain;
import io.outlay.ingest.Readers;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.EmbeddedKafka;
import io.outlay.local.road.Feeding;
import io.outlay.local.road.ListedSource;
import io.outlay.local.road.Road;
import io.outlay.local.road.RoadEnd;
import io.outlay.local.road.Samples;
import io.outlay.local.road.TopicReader;
import io.outlay.service.Service;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people do to a running system, on a real broker with the services on it. */
@ExtendWith(BrokerFaults.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OperationsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Tagger TAGGER = Tagger.standard();
    private static final Service AGGREGATE = AggregateMain.service(InstantSource.system());
    private static final List<Topic<?>> OUTPUTS =
            List.of(Topics.COMMITMENTS, Topics.POSTINGS, Topics.SPEND_BY_COMPANY, Topics.SPEND_BY_COUNTRY);

    @TempDir
    Path folder;

    private EmbeddedKafka kafka;
    private String at;

    @BeforeEach
    void start() {
        kafka = EmbeddedKafka.temporary();
        at = "--bootstrap=" + kafka.bootstrap();
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void retagWritesWhatTheNewRulesSayAndTakesBackWhatTheyNoLongerSay() throws Exception {
        Function<Article, EnrichedArticle> oldRules = article -> misread(TAGGER.tag(article));
        run(List.of(IngestMain.SERVICE, EnrichMain.service(oldRules)), () -> feed(0, 6));
        SortedMap<String, String> misread = standing(Topics.CLAIMS);
        assertTrue(
                misread.keySet().stream().allMatch(key -> key.startsWith("nobody|")),
                misread.keySet().toString());

        Ran told = Ran.outlay("retag", at, "--status");
        assertTrue(told.out().contains("6 articles by rules old\n"), told.out());
        assertTrue(told.out().contains("6 of 6 left for rules " + TAGGER.rulesVersion()), told.out());
        Ran rewound = Ran.outlay("retag", at);
        assertEquals(0, rewound.exitCode(), rewound.err());

        run(List.of(EnrichMain.service(TAGGER)), () -> {});
        assertTrue(Ran.outlay("retag", at, "--status").out().contains("0 of 6 left"));
        SortedMap<String, String> read = standing(Topics.CLAIMS);
        assertFalse(read.isEmpty());
        assertTrue(
                read.keySet().stream().noneMatch(key -> key.startsWith("nobody|")),
                read.keySet().toString());
    }

    @Test
    void resetMakesTheSameAnewAndTakesBackWhatNothingStandsFor() throws Exception {
        List<Service> all = List.of(IngestMain.SERVICE, EnrichMain.service(TAGGER), AGGREGATE);
        run(all, () -> {
            feed(0, 12);
            Ran refused = Ran.outlay("reset", "aggregate", at);
            assertEquals(1, refused.exitCode());
            assertTrue(refused.err().contains("stop aggregate first"), refused.err());
        });
        Set<String> good = outputs();
        assertEquals(ledger(12), good);
        // What a fault of an earlier release left behind: values that no claim stands for.
        String ghost = standing(Topics.POSTINGS)
                .values()
                .iterator()
                .next()
                .replaceFirst("\"line\":\"[^\"]+\"", "\"line\":\"ghost\"");
        String ghostKey =
                Topics.POSTINGS.valueSerde().read(ghost.getBytes(UTF_8)).key();
        write(Topics.POSTINGS, ghostKey, ghost);
        write(
                Topics.COMMITMENTS,
                "ghost",
                standing(Topics.COMMITMENTS).values().iterator().next());
        assertNotEquals(good, outputs());

        Ran plan = Ran.outlay("reset", "aggregate", at);
        assertEquals(0, plan.exitCode(), plan.err());
        assertTrue(plan.out().contains("outlay-aggregate-payers-to-resolve-repartition"), plan.out());
        assertTrue(plan.out().contains("nothing done: say --yes"), plan.out());
        assertNotEquals(good, outputs(), "a plan changes nothing");

        Ran done = Ran.outlay("reset", "aggregate", at, "--yes");
        assertEquals(0, done.exitCode(), done.err());
        assertTrue(done.out().contains("outlay.postings: 1 taken back"), done.out());
        assertTrue(done.out().contains("outlay.commitments: 1 taken back"), done.out());
        assertTrue(done.out().contains("outlay.spend-by-company: 0 taken back"), done.out());
        assertEquals(good, outputs());
        List<PostingHistory> ofGhost =
                TopicReader.on(kafka.bootstrap()).latest(Topics.POSTINGS_HISTORY).values().stream()
                        .filter(known -> known.posting().key().equals(ghostKey))
                        .toList();
        assertEquals(1, ofGhost.size());
        assertEquals("gone", ofGhost.get(0).posting().cause());

        // The volume of an instance from before the reset is still there: its state must not be mistaken for the new
        // one.
        run(all, () -> feed(12, 20));
        assertEquals(ledger(20), outputs());
    }

    @Test
    void deadLettersAreListedAndSentAgainWhenTheCauseIsMended() throws Exception {
        Function<Article, EnrichedArticle> faulty = article -> {
            if (article.body().contains("Microsoft")) {
                throw new IllegalStateException("a fault of this release");
            }
            return TAGGER.tag(article);
        };
        run(List.of(IngestMain.SERVICE, EnrichMain.service(faulty)), () -> {
            feed(0, 6);
            write(Topics.ARTICLES, "poison", "{\"id\":");
            write(Topics.ARTICLES, "mended", "{\"id\":");
            write(Topics.ARTICLES, "mended", "{\"id\":\"mended\",\"body\":\"Nothing to see.\"}");
        });
        Ran list = Ran.outlay("dead-letters", "list", at, "--error", "IllegalStateException");
        assertEquals(3, list.out().lines().count(), list.out());
        assertTrue(list.out().contains("a fault of this release"), list.out());
        assertTrue(Ran.outlay("dead-letters", "list", at, "--format=json", "--key=poison")
                .out()
                .contains("\"value\":\"{\\\"id\\\":\""));
        assertEquals(2, Ran.outlay("dead-letters", "replay", at).exitCode(), "which ones must be said");
        assertTrue(Ran.outlay("dead-letters", "replay", at, "--all", "--dry-run")
                .out()
                .contains("would send 3 of 4"));

        Ran sent = Ran.outlay("dead-letters", "replay", at, "--error=IllegalStateException");
        assertTrue(sent.out().endsWith("sent 2 of 2" + System.lineSeparator()), sent.out());
        run(List.of(EnrichMain.service(TAGGER)), () -> {});
        assertTrue(standing(Topics.CLAIMS).keySet().stream().anyMatch(key -> key.startsWith("microsoft|")));
        Ran again = Ran.outlay("dead-letters", "replay", at, "--error=IllegalStateException");
        assertTrue(again.out().contains("overtaken by offset"), again.out());
    }

    @Test
    void ingestCannotBeReset() {
        Ran refused = Ran.outlay("reset", "ingest", at);
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("its input, outlay.raw-articles, is kept for days only"), refused.err());
    }

    /** Every claim is laid to a payer that does not exist. */
    private static EnrichedArticle misread(EnrichedArticle tagged) {
        String json = Json.string(tagged)
                .replaceAll("\"payer\":\\{\"id\":\"[^\"]+\"", "\"payer\":{\"id\":\"nobody\"")
                .replace(TAGGER.rulesVersion(), "old");
        return Json.read(json.getBytes(UTF_8), EnrichedArticle.class);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** Runs services until all that the work gave them is through. */
    private void run(List<Service> services, Work work) throws Exception {
        try (Road road = Road.start(services, kafka.bootstrap(), folder.resolve("state"), Map.of());
                RoadEnd end = new RoadEnd(kafka.bootstrap(), road.groups())) {
            work.run();
            assertTrue(end.await(PATIENCE, look -> {}), "not through");
        }
    }

    private void feed(int from, int to) throws Exception {
        var source = new ListedSource("samples-" + to, Samples.sightings().subList(from, to));
        Feeding.feed(source, kafka.bootstrap(), Clock.systemUTC(), Feeding.unheard());
    }

    /** The lines of {@code outlay ledger} for the first samples: the bytes that the topics must hold. */
    private static Set<String> ledger(int articles) {
        List<EnrichedArticle> newest = Readers.newest(Samples.sightings().subList(0, articles).stream()).stream()
                .map(TAGGER::tag)
                .toList();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new TreeSet<>(
                LedgerFold.of(newest, List.of(), RateTable.shipped()).lines(today, Countries.standard()::nameOf));
    }

    private Set<String> outputs() {
        Set<String> values = new TreeSet<>();
        OUTPUTS.forEach(topic -> values.addAll(standing(topic).values()));
        return values;
    }

    private SortedMap<String, String> standing(Topic<?> topic) {
        SortedMap<String, String> values = new TreeMap<>();
        TopicReader.on(kafka.bootstrap())
                .latestBytes(topic.name())
                .forEach((key, value) -> values.put(key, new String(value, UTF_8)));
        return values;
    }

    private void write(Topic<?> topic, String key, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value.getBytes(UTF_8)))
                    .get();
        }
    }
}
