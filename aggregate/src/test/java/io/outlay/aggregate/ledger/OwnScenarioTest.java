package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The scenario that ships with the tests: {@code scenario/announcements.csv} must come to {@code scenario/totals.csv}. */
class OwnScenarioTest {
    private static final int SEEDS = 25;

    @Test
    void toldOnce() throws IOException {
        assertTotals(scenario().toldOnce(), "told once");
    }

    @Test
    void toldByManyInAnyOrder() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertTotals(scenario().toldByMany(new Random(seed)), "seed " + seed);
        }
    }

    private static void assertTotals(Collection<ClaimSet> told, String how) throws IOException {
        Map<String, ClaimSet> byKey = new TreeMap<>();
        told.forEach(set -> byKey.put(set.key(), set));
        LedgerFold fold = LedgerFold.ofClaims(byKey.values(), List.of(), Ledgers.RATES);
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        try (Reader in = resource("totals.csv")) {
            for (CsvTable.Row row : CsvTable.read("totals.csv", in).rows()) {
                String what = row.get("as_of") + " " + row.get("company") + " " + row.get("measure") + " ";
                boolean one = row.get("low").equals(row.get("high"));
                expected.add(what
                        + (one ? row.get("low") : row.get("low") + "/" + row.get("headline") + "/" + row.get("high")));
                LedgerFold ofPayer = new LedgerFold(
                        List.of(),
                        fold.postings().stream()
                                .filter(p -> p.payer().equals(Scenario.slug(row.get("company"))))
                                .toList());
                found.add(what + Ledgers.stock(ofPayer, Measure.valueOf(row.get("measure")), row.get("as_of")));
            }
        }
        assertEquals(String.join("\n", expected), String.join("\n", found), how);
    }

    private static Scenario scenario() throws IOException {
        try (Reader in = resource("announcements.csv")) {
            return Scenario.read("announcements.csv", in);
        }
    }

    private static Reader resource(String name) {
        InputStream in = OwnScenarioTest.class.getResourceAsStream("/scenario/" + name);
        return new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8);
    }
}
