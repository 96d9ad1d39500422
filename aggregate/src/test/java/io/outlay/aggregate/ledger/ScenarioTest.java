package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.aggregate.fx.RateTable;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Json;
import io.outlay.contracts.Posting;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A folder of announcements with reference totals, {@code -Doutlay.scenario=DIR}: announcements.csv, expected_totals.csv and
 * expected_windows.csv. The claims are what the rows' words would say; the rates are the reference's.
 */
class ScenarioTest {
    private static final int SEEDS = 100;

    private static final Map<String, String> RATES = rates();
    private static final Map<String, String> LETTERS =
            Map.of("GUIDANCE", "G", "COMMITMENT", "C", "PURCHASE", "P", "EQUITY", "E", "PUBLIC", "V");

    private Path folder;
    private Scenario scenario;

    private static Map<String, String> rates() {
        Map<String, String> rates = new LinkedHashMap<>();
        for (String pair :
                ("CNY 0.1395,EUR 1.16,GBP 1.3636,SEK 0.1042,SGD 0.74,AUD 0.65,CAD 0.7211,JPY 0.00625,INR 0.01099,"
                                + "KRW 0.00065,BRL 0.181")
                        .split(",")) {
            rates.put(pair.split(" ")[0], pair.split(" ")[1]);
        }
        return rates;
    }

    @BeforeEach
    void readFolder() throws IOException {
        String given = System.getProperty("outlay.scenario");
        assumeTrue(given != null, "ScenarioTest was not run: give the scenario's folder as -Doutlay.scenario=DIR");
        folder = Path.of(given);
        scenario = Scenario.read(folder.resolve("announcements.csv"));
    }

    @Test
    void toldOnceEachRowCountsAsTheReferenceHasIt() throws IOException {
        assertEquals(List.of(), differences(fold(scenario.toldOnce())));
    }

    @Test
    void toldByManyInAnyOrderTheLedgerIsTheSame() throws IOException {
        Set<String> all = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            List<ClaimSet> told = scenario.toldByMany(new Random(seed));
            LedgerFold fold = fold(told);
            Collections.shuffle(told, new Random(seed + 1));
            assertEquals(
                    Json.string(fold),
                    Json.string(fold(told)),
                    "the order of articles changed the ledger, seed " + seed);
            for (String difference : differences(fold)) {
                all.add(difference + " (seed " + seed + ")");
            }
        }
        assertEquals(Set.of(), all);
    }

    private static LedgerFold fold(Collection<ClaimSet> told) {
        Map<String, ClaimSet> byKey = new TreeMap<>();
        told.forEach(set -> byKey.put(set.key(), set));
        return LedgerFold.ofClaims(byKey.values(), List.of(), RateTable.with(Scenario.fixedRates(RATES)));
    }

    private List<String> differences(LedgerFold fold) throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, String> payers = new HashMap<>();
        try (Reader in = Files.newBufferedReader(folder.resolve("announcements.csv"))) {
            CsvTable.read("announcements.csv", in)
                    .rows()
                    .forEach(row -> payers.put(row.get("company"), Scenario.slug(row.get("company"))));
        }
        Map<String, long[]> expected = new TreeMap<>();
        try (Reader in = Files.newBufferedReader(folder.resolve("expected_totals.csv"))) {
            for (CsvTable.Row row : CsvTable.read("expected_totals.csv", in).rows()) {
                String key = key("stock", row.get("as_of"), row, payers);
                long[] sum = expected.computeIfAbsent(key, k -> new long[3]);
                add(sum, row, "low", "headline", "high");
            }
        }
        Set<LocalDate> dates = new TreeSet<>();
        expected.keySet().forEach(key -> dates.add(LocalDate.parse(key.split(" ")[1])));
        Map<String, long[]> found = new TreeMap<>();
        for (LocalDate date : dates) {
            sum(fold.postings(), null, date, "stock " + date, found);
        }
        compare(expected, found, differences);
        Map<String, long[]> windows = new TreeMap<>();
        Set<String> asOfs = new HashSet<>();
        try (Reader in = Files.newBufferedReader(folder.resolve("expected_windows.csv"))) {
            for (CsvTable.Row row : CsvTable.read("expected_windows.csv", in).rows()) {
                asOfs.add(row.get("as_of"));
                String key = key(row.get("window_days") + "d", row.get("as_of"), row, payers);
                add(windows.computeIfAbsent(key, k -> new long[3]), row, "net_low", "net_headline", "net_high");
            }
        }
        Map<String, long[]> net = new TreeMap<>();
        for (String asOf : asOfs) {
            for (int days : new int[] {7, 30, 90, 365}) {
                LocalDate day = LocalDate.parse(asOf);
                sum(fold.postings(), day.minusDays(days), day, days + "d " + asOf, net);
            }
        }
        net.keySet().removeIf(key -> !key.endsWith(" USD*"));
        compare(windows, net, differences);
        return differences;
    }

    private static String key(String what, String asOf, CsvTable.Row row, Map<String, String> payers) {
        String dimension = row.get("dimension");
        String entity = dimension.equals("company") ? payers.get(row.get("key")) : row.get("key");
        return what + " " + asOf + " " + row.get("measure") + " " + dimension + " " + entity + " "
                + row.get("currency");
    }

    private static void add(long[] sum, CsvTable.Row row, String... columns) {
        for (int i = 0; i < 3; i++) {
            sum[i] += new BigDecimal(row.get(columns[i])).movePointRight(9).longValueExact();
        }
    }

    private static void sum(
            Collection<Posting> postings, LocalDate after, LocalDate upTo, String what, Map<String, long[]> sums) {
        for (Posting p : postings) {
            String letter = LETTERS.get(p.measure().name());
            if (letter == null
                    || p.day().isAfter(upTo)
                    || (after != null && !p.day().isAfter(after))) {
                continue;
            }
            for (String entity : List.of(
                    "company " + p.payer(), "hq_country " + p.payerCountry(), "dest_country " + p.destination())) {
                String key = what + " " + letter + " " + entity + " ";
                addTo(sums.computeIfAbsent(key + "USD*", k -> new long[3]), p.lowUsd(), p.headlineUsd(), p.highUsd());
                addTo(sums.computeIfAbsent(key + p.currency(), k -> new long[3]), p.low(), p.headline(), p.high());
            }
        }
    }

    private static void addTo(long[] sum, Long low, Long headline, Long high) {
        sum[0] += low;
        sum[1] += headline;
        sum[2] += high;
    }

    private static void compare(Map<String, long[]> expected, Map<String, long[]> found, List<String> differences) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            long[] want = expected.getOrDefault(key, new long[3]);
            long[] got = found.getOrDefault(key, new long[3]);
            if (!Arrays.equals(want, got)) {
                differences.add(key + ": expected " + Arrays.toString(want) + ", got " + Arrays.toString(got));
            }
        }
    }
}
