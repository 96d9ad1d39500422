package io.outlay.local.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.contracts.CloudEvents;
import io.outlay.contracts.Countries;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.enrich.text.Tagger;
import io.outlay.ingest.Readers;
import io.outlay.local.cli.DemoCommand;
import io.outlay.service.Metrics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample articles on the real road: what stands in the topics at its end. */
@ExtendWith(BrokerFaults.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoTest {
    private static Demo demo;

    @BeforeAll
    static void theSamplesGoDownTheRoad() throws Exception {
        demo = Demo.start(Ports.anyFree());
        demo.tell(look -> {});
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void theTablesAreWhatTheArticlesSay() throws Exception {
        StringWriter printed = new StringWriter();
        DemoCommand.printTables(demo, new PrintWriter(printed, true));
        assertEquals(derivedByHand(), printed.toString().lines().toList());
    }

    @Test
    void commitmentsAreByteForByteWhatTheLedgerPrints() {
        assertSame(ledger("commitment"), topic(Topics.COMMITMENTS.name()));
    }

    @Test
    void postingsAreByteForByteWhatTheLedgerPrints() {
        assertSame(ledger("posting"), topic(Topics.POSTINGS.name()));
    }

    @Test
    void totalsAreByteForByteWhatTheLedgerPrints() {
        SortedMap<String, String> totals = topic(Topics.SPEND_BY_COMPANY.name());
        totals.putAll(topic(Topics.SPEND_BY_COUNTRY.name()));
        assertSame(ledger("total"), totals);
    }

    @Test
    void everyMetricThatAnAlertAsksForIsThere() throws IOException {
        String scraped = Metrics.scrape();
        List<String> missing = AlertRules.metrics().stream()
                .filter(name -> !scraped.matches("(?s).*(^|\\n)" + name + "[{ ].*"))
                .toList();
        assertTrue(AlertRules.metrics().size() >= 8, "the rules were read: " + AlertRules.metrics());
        assertEquals(List.of(), missing);
    }

    @Test
    void fromTheArticleToTheTotalIsMeasured() {
        assertTrue(
                Metrics.scrape().lines().anyMatch(line -> line.matches("outlay_way_seconds_count [1-9].*")),
                "the trail goes through all services");
    }

    /** As any router or OpenTelemetry's agent sees them, without a look at a value. */
    @Test
    void everyRecordIsACloudEventAndTheTotalsKnowTheTraceOfTheirArticle() {
        Set<String> begun = headers(Topics.RAW_ARTICLES, "traceparent");
        Set<String> arrived = headers(Topics.SPEND_BY_COMPANY, "traceparent");
        assertFalse(arrived.isEmpty());
        assertTrue(begun.containsAll(arrived), "no trace begins between the article and the total");
        for (Topic<?> topic : List.of(Topics.ARTICLES, Topics.CLAIMS, Topics.POSTINGS, Topics.SPEND_BY_COUNTRY)) {
            assertEquals(Set.of("io." + topic.name()), headers(topic, CloudEvents.TYPE));
            assertEquals(Set.of("/outlay-" + topic.owner()), headers(topic, CloudEvents.SOURCE));
        }
    }

    private static Set<String> headers(Topic<?> topic, String name) {
        Set<String> values = new TreeSet<>();
        TopicReader.on(demo.bootstrap()).read(topic.name(), record -> {
            var header = record.headers().lastHeader(name);
            if (header != null || name.startsWith("ce_")) {
                values.add(header == null ? "none" : new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return values;
    }

    @Test
    void ofARevisedArticleTheNewestVersionCounts() {
        var article =
                TopicReader.on(demo.bootstrap()).latest(Topics.ARTICLES).get("lantern-2025-06-09-amazon-pennsylvania");
        assertTrue(article.body().contains("will invest $20 billion in Pennsylvania"), article.body());
        assertEquals("2025-06-09T13:10:00Z", String.valueOf(article.fetchedAt()), "seen first");
    }

    @Test
    void aRetractedArticleLeavesNothing() {
        String retracted = "ferry-2025-07-15-oracle-germany";
        TopicReader topics = TopicReader.on(demo.bootstrap());
        assertFalse(topics.latest(Topics.ARTICLES).containsKey(retracted));
        assertFalse(topics.latest(Topics.ENRICHED_ARTICLES).containsKey(retracted));
        assertFalse(topics.latest(Topics.CLAIMS).containsKey("oracle|" + retracted));
    }

    @Test
    void nothingWasPutAside() {
        List<String> letters = new ArrayList<>();
        TopicReader.on(demo.bootstrap()).read(Topics.DEAD_LETTERS.name(), record -> letters.add(record.toString()));
        assertEquals(List.of(), letters);
    }

    /** The file has the sum behind each figure in its comments. */
    private static List<String> derivedByHand() throws IOException {
        try (InputStream in =
                        Objects.requireNonNull(DemoTest.class.getResourceAsStream("/io/outlay/local/demo-tables.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    /** Names the first key that differs: the whole maps would fill screens. */
    private static void assertSame(SortedMap<String, String> expected, SortedMap<String, String> found) {
        assertFalse(expected.isEmpty(), "nothing to compare");
        expected.forEach((key, value) -> assertEquals(value, found.get(key), key));
        assertEquals(expected.keySet(), found.keySet());
    }

    private static SortedMap<String, String> topic(String name) {
        SortedMap<String, String> values = new TreeMap<>();
        TopicReader.on(demo.bootstrap())
                .latestBytes(name)
                .forEach((key, bytes) -> values.put(key, new String(bytes, StandardCharsets.UTF_8)));
        return values;
    }

    /** The lines of {@code outlay ledger} of one type, by the key that they have in their topic. */
    private static SortedMap<String, String> ledger(String type) {
        List<EnrichedArticle> articles = Readers.newest(Samples.sightings().stream()).stream()
                .map(Tagger.standard()::tag)
                .toList();
        LedgerFold fold = LedgerFold.of(articles, List.of(), RateTable.shipped());
        SortedMap<String, String> lines = new TreeMap<>();
        for (String line : fold.lines(demo.asOf(), Countries.standard()::nameOf)) {
            JsonNode value = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
            if (value.get("type").asText().equals(type)) {
                lines.put(key(value), line);
            }
        }
        return lines;
    }

    private static String key(JsonNode value) {
        return switch (value.get("type").asText()) {
            case "commitment" -> value.get("id").asText();
            case "posting" ->
                value.get("line").asText() + "|" + value.get("day").asText();
            default -> {
                String basis =
                        value.get("basis").isNull() ? "" : value.get("basis").asText() + "|";
                yield value.get("entity").asText() + "|" + basis
                        + value.get("measure").asText() + "|"
                        + value.get("window").asText();
            }
        };
    }
}
