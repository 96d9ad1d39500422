package io.outlay.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.outlay.contracts.Change;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State that a released version wrote is read by the topology of today: {@code stores/RELEASE.json} has the rows of all stores and what
 * the topics held, as they were after {@link #firstPart}. Today's topology goes on from there, and must end where it ends when it has
 * seen all from the start. The file is made once, when a version is released, with {@code -Doutlay.stores=RELEASE}, and never again: where
 * it can no longer be read, users must reset the service, and the notes of the release have to say so.
 */
class ReleasedStoresTest {
    private static final Path FOLDER = Path.of("src/test/resources/stores");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final String RELEASED_ON = "2025-11-20";
    private static final String TODAY = "2025-12-01";

    private static final Payer META = Claims.payer("meta", "US");
    private static final Payer MISTRAL = Claims.payer("mistral", "FR");
    private static final Payer G42 = Claims.payer("g42", "AE");
    private static final ClaimSet DOUBTFUL = Claims.set("a3", Claims.guidance(META, "2025-10-30", 2026, 700, "USD"));

    @ParameterizedTest
    @MethodSource("releases")
    void todaysTopologyGoesOnFromTheStateOfARelease(Path file) throws IOException {
        JsonNode release = JSON.readTree(file.toFile());
        try (AggregateDriver upgraded = new AggregateDriver(RELEASED_ON);
                AggregateDriver fresh = new AggregateDriver(RELEASED_ON)) {
            upgraded.restore(rows(release.path("stores")));
            for (Topic<?> topic : AggregateDriver.PUBLIC) {
                release.path("topics").path(topic.name()).properties().forEach(record -> upgraded.atRest(topic)
                        .put(record.getKey(), record.getValue().asText()));
            }
            assertTrue(upgraded.atRest().size() > 20, "the release has totals");
            secondPart(upgraded);
            firstPart(fresh);
            secondPart(fresh);
            assertEquals(lines(fresh.atRest()), lines(upgraded.atRest()));
        }
    }

    @Test
    void writeTheStateOfARelease() throws IOException {
        String release = System.getProperty("outlay.stores");
        assumeTrue(release != null, "not run: only when a version is released, with -Doutlay.stores=RELEASE");
        try (AggregateDriver driver = new AggregateDriver(RELEASED_ON)) {
            firstPart(driver);
            Map<String, Map<String, String>> topics = new TreeMap<>();
            AggregateDriver.PUBLIC.forEach(topic -> topics.put(topic.name(), driver.atRest(topic)));
            Files.createDirectories(FOLDER);
            JSON.writeValue(
                    FOLDER.resolve(release + ".json").toFile(), Map.of("stores", driver.rows(), "topics", topics));
        }
    }

    static Stream<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    /** A bit of everything that leaves rows: several articles, currencies, a rate, what is disputed, corrections. */
    private static void firstPart(AggregateDriver driver) {
        driver.rate(new FxRate("EUR", "2025-06-02", "0.8", "test"));
        driver.claims(Claims.set("a1", Claims.guidance(META, "2025-02-01", 2025, 60, "USD")));
        driver.claims(Claims.set("a2", Claims.guidance(META, "2025-02-02", 2025, 61, "USD")));
        driver.claims(DOUBTFUL);
        driver.claims(Claims.set(
                "a4", Claims.claim(MISTRAL, Measure.COMMITMENT, "2025-06-02", "2025-2028", 2, "EUR", Change.NEW)));
        driver.claims(
                Claims.set("a5", Claims.claim(G42, Measure.PUBLIC, "2025-11-15", "CY2025", 5, "AED", Change.NEW)));
        driver.correction(correction("c1", Action.MOVE, "a5", "mistral"));
        driver.tick(2);
    }

    /** Touches all of it: a newer version, one that is gone, another article, a newer rate, a correction that is taken back, days. */
    private static void secondPart(AggregateDriver driver) {
        driver.day(TODAY);
        driver.claims(Claims.set("a2", Claims.guidance(META, "2025-02-02", 2025, 65, "USD")));
        driver.retract(DOUBTFUL);
        driver.claims(Claims.set(
                "a6", Claims.claim(MISTRAL, Measure.COMMITMENT, "2025-11-25", "2025-2028", 4, "EUR", Change.RAISED)));
        driver.rate(new FxRate("EUR", "2025-11-25", "0.9", "test"));
        driver.correction(
                new Correction("c2", Action.REVOKE, null, null, null, null, "c1", "an analyst", "it was right", null));
        driver.tick(2);
    }

    private static Correction correction(String id, Action action, String article, String to) {
        Target target = new Target(null, null, article, null, null);
        return new Correction(id, action, "g42", target, null, null, to, "an analyst", "read it again", null);
    }

    private static Map<Store, Map<String, String>> rows(JsonNode stores) {
        Map<Store, Map<String, String>> rows = new EnumMap<>(Store.class);
        stores.properties().forEach(store -> {
            Map<String, String> ofStore = new TreeMap<>();
            store.getValue()
                    .properties()
                    .forEach(row -> ofStore.put(row.getKey(), row.getValue().asText()));
            rows.put(Store.valueOf(store.getKey()), ofStore);
        });
        return rows;
    }

    private static List<String> lines(Map<String, String> atRest) {
        return atRest.entrySet().stream()
                .map(record -> record.getKey() + " " + record.getValue())
                .toList();
    }
}
