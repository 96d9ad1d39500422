package io.outlay.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.local.road.Await;
import io.outlay.local.road.BrokerFaults;
import io.outlay.local.road.Demo;
import io.outlay.local.road.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The analyst's commands on the real road, with the sample articles; each test leaves the topics as it found them. */
@ExtendWith(BrokerFaults.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LedgerCommandsTest {
    private static final List<Topic<?>> RESULTS =
            List.of(Topics.COMMITMENTS, Topics.POSTINGS, Topics.SPEND_BY_COMPANY, Topics.SPEND_BY_COUNTRY);

    private static Demo demo;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void theSamplesGoDownTheRoad() throws Exception {
        demo = Demo.start(0);
        demo.tell(look -> {});
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    private static Ran outlay(String... args) {
        return Ran.outlay(Stream.concat(Stream.of(args), Stream.of("--bootstrap", demo.bootstrap()))
                .toArray(String[]::new));
    }

    private static Ran correct(String... args) {
        Ran ran = outlay(Stream.of(Stream.of("correct"), Stream.of(args), Stream.of("--author=Ann", "--reason=read it"))
                .flatMap(words -> words)
                .toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private static JsonNode explained(String whom, String... more) {
        Ran ran = outlay(Stream.concat(Stream.of("explain", whom, "--format", "json"), Stream.of(more))
                .toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        return json(ran.out());
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The headline of a payer's stock in the topic of totals. */
    private static long total(String payer, String measure) {
        JsonNode total =
                json(outlay("totals", "--of", payer, "--measure", measure, "--window", "all", "--format", "json")
                        .out());
        return total.get("headlineUsd").asLong();
    }

    private static SortedMap<String, String> results() {
        SortedMap<String, String> all = new TreeMap<>();
        for (Topic<?> topic : RESULTS) {
            TopicReader.on(demo.bootstrap())
                    .latestBytes(topic.name())
                    .forEach((key, bytes) ->
                            all.put(topic.name() + " " + key, new String(bytes, StandardCharsets.UTF_8)));
        }
        return all;
    }

    private static void revoked(SortedMap<String, String> before, List<String> ids) throws Exception {
        assertNotEquals(before, results());
        ids.forEach(id -> correct("revoke", id));
        Await.until("everything is as it was, to the byte", () -> results().equals(before));
    }

    private static List<String> ids(Ran corrected) {
        return corrected.out().lines().toList();
    }

    @Test
    void theTopicsExplainAsThePipeDoes() throws Exception {
        Path ledger = Files.createTempFile(folder, "ledger", ".ndjson");
        StringBuilder lines = new StringBuilder();
        results().values().forEach(line -> lines.append(line).append('\n'));
        Files.writeString(ledger, lines);
        String day = demo.asOf().toString();
        assertEquals(
                json(Ran.outlay("explain", "US", ledger.toString(), "--as-of", day, "--format", "json")
                        .out()),
                explained("US", "--as-of", day));
    }

    @Test
    void aRejectedCommitmentLeavesEveryTotalAtOnceAndComesBackToTheByte() throws Exception {
        SortedMap<String, String> before = results();
        long guidance = total("Meta", "GUIDANCE");
        JsonNode part = explained("Meta", "--measure", "GUIDANCE").at("/sums/0/parts/0");
        Ran rejected = correct("reject", part.get("line").asText());
        assertTrue(rejected.err().contains("now rejected, counts USD 0 (rejected by a correction)"), rejected.err());
        long expected = guidance - part.at("/usd/headline").asLong();
        Await.until("the total is without it", () -> total("Meta", "GUIDANCE") == expected);
        assertTrue(outlay("explain", part.get("line").asText()).out().contains("corrected: REJECT by Ann: read it"));
        assertTrue(outlay("correct", "list").out().contains("in effect"));
        revoked(before, ids(rejected));
        assertEquals(guidance, total("Meta", "GUIDANCE"));
        assertEquals(
                1,
                outlay("correct", "revoke", ids(rejected).get(0), "--author=a", "--reason=r")
                        .exitCode());
    }

    @Test
    void mergedIdsKeepResolving() throws Exception {
        SortedMap<String, String> before = results();
        JsonNode commitments = explained("Oracle", "--measure", "COMMITMENT").get("commitments");
        String one = commitments.get(0).get("id").asText();
        String other = commitments.get(1).get("id").asText();
        Ran merged = correct("merge", one, other);
        String id = explained(one).at("/subject/id").asText();
        assertEquals(id, explained(other).at("/subject/id").asText());
        assertEquals(2, explained(id).at("/commitments/0/figures").size());
        revoked(before, ids(merged));
    }

    @Test
    void aCommitmentIsMovedFigureByFigure() throws Exception {
        SortedMap<String, String> before = results();
        long purchases = total("Meta", "PURCHASE");
        String id = explained("Meta", "--measure", "PURCHASE")
                .at("/commitments/0/id")
                .asText();
        Ran moved = correct("move", id, "Oracle");
        Await.until("Oracle buys", () -> outlay(
                        "totals", "--of", "Oracle", "--measure", "PURCHASE", "--window", "all", "--format", "csv")
                .out()
                .contains("," + purchases + ","));
        revoked(before, ids(moved));
    }

    @Test
    void oneArticlesWordIsRejected() throws Exception {
        SortedMap<String, String> before = results();
        String id = explained("alibaba").at("/commitments/0/id").asText();
        int articles = explained(id).at("/commitments/0/articles").asInt();
        Ran rejected = correct("reject", id, "--article", "kiln-2025-02-25-who-spends-what");
        assertEquals(
                total("alibaba", "COMMITMENT"),
                explained(id).at("/sums/0/usd/headline").asLong());
        assertEquals(articles - 1, explained(id).at("/commitments/0/articles").asInt());
        revoked(before, ids(rejected));
    }

    @Test
    void anyProducersCorrectionTakesEffectFromAnyPartition() throws Exception {
        SortedMap<String, String> before = results();
        List<String> payers = List.of("Apple", "Stargate", "SoftBank");
        for (int partition = 0; partition < Topics.CORRECTIONS.partitions(); partition++) {
            String commitment =
                    explained(payers.get(partition)).at("/commitments/0/id").asText();
            send(partition, rejection("stock-" + partition, commitment));
        }
        send(0, rejection("stock-miss", "nothing"));
        Await.until("the list says what each has come to", () -> {
            List<String> lines = outlay("correct", "list", "--format", "csv")
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("stock-"))
                    .toList();
            return lines.stream().filter(line -> line.contains(",in effect,")).count() == payers.size()
                    && lines.stream()
                            .anyMatch(line -> line.startsWith("stock-miss,") && line.contains(",hits nothing,"));
        });
        revoked(before, List.of("stock-0", "stock-1", "stock-2"));
    }

    private static Correction rejection(String id, String commitment) {
        Target target = new Target(null, commitment, null, null, null);
        return new Correction(id, Action.REJECT, null, target, null, null, null, "Bob", "no", null);
    }

    private static void send(int partition, Correction correction) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", demo.bootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.CORRECTIONS.name(), partition, correction.key(), Json.string(correction)))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatWasBelievedOnADayIsReadFromTheHistory() {
        String day = demo.asOf().toString();
        String now = outlay("totals", "--as-of", day, "--of", "Meta", "--format", "json")
                .out();
        assertTrue(now.contains("GUIDANCE"), now);
        assertEquals(
                now,
                outlay("totals", "--known-at", day, "--of", "Meta", "--format", "json")
                        .out());
        assertEquals(
                "",
                outlay("totals", "--known-at", demo.asOf().minusDays(1).toString(), "--of", "Meta", "--format", "json")
                        .out(),
                "the day before, nothing was known");
        assertEquals(2, outlay("totals", "--known-at", "2999-01-01").exitCode());
    }

    @Test
    void theRatesOfTheEcbAreTakenInAndOnlyWhatIsNewIsWritten() throws Exception {
        long yuan = total("Alibaba", "COMMITMENT");
        Path csv = Files.writeString(
                folder.resolve("eurofxref.csv"), "Date, USD, CNY, \n24 February 2025, 1.0000, 8.0000, \n");
        String read = csv + ": 2 rates of 2 currencies, 2025-02-24; ";
        assertEquals(new Ran(0, read + "2 written, 0 were there already\n", ""), outlay("rates", csv.toString()));
        Await.until("Alibaba's yuan have that day's rate", () -> total("Alibaba", "COMMITMENT") == 47_500_000_000L);
        assertTrue(outlay("explain", "Alibaba").out().contains("at 8 CNY per dollar (2025-02-24, ECB "));
        assertEquals(new Ran(0, read + "0 written, 2 were there already\n", ""), outlay("rates", csv.toString()));
        assertNotEquals(47_500_000_000L, yuan);

        Ran wrong = outlay(
                "rates",
                Files.writeString(folder.resolve("wrong.csv"), "Day,USD\n").toString());
        assertEquals(1, wrong.exitCode());
        assertTrue(wrong.err().contains("line 1: the ECB's CSV begins with 'Date'"), wrong.err());
    }
}
