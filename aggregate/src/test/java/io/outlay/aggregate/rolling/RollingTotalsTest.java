package io.outlay.aggregate.rolling;

import static io.outlay.aggregate.rolling.PostingSamples.meta;
import static io.outlay.aggregate.rolling.PostingSamples.posting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RollingTotalsTest {
    private static final LocalDate MAY_1 = LocalDate.parse("2025-05-01");

    @Test
    void aTotalIsFlatJsonWithAllItsFields() {
        List<Posting> postings = List.of(meta("m1", "2025-04-20", 65L), meta("m1", "2025-05-01", 5L));
        assertEquals(
                "{\"type\":\"total\",\"dimension\":\"country\",\"entity\":\"US\",\"name\":\"land of US\",\"country\":\"US\","
                        + "\"basis\":\"HEADQUARTERS\",\"measure\":\"GUIDANCE\",\"window\":\"7d\",\"asOf\":\"2025-05-01\","
                        + "\"validThrough\":\"2025-05-03\",\"lowUsd\":-5,\"headlineUsd\":5,\"highUsd\":15,\"addedUsd\":5,"
                        + "\"removedUsd\":0,\"previousHeadlineUsd\":65,\"commitments\":1,\"cause\":\"new\"}",
                Json.string(total(postings, MAY_1, "US|HEADQUARTERS|GUIDANCE|7d")));
    }

    /** A window of 7 days as of day d is (d − 7, d], and a total lives until the window before is empty too. */
    @Test
    void aPostingEntersLeavesAndIsForgotten() {
        List<Posting> postings = List.of(meta("m1", "2025-05-01", 65L));
        String week = "meta|GUIDANCE|7d";
        assertFalse(all(postings, MAY_1.minusDays(1)).containsKey(week));

        RollingTotal inside = total(postings, LocalDate.parse("2025-05-07"), week);
        assertEquals(65, inside.headlineUsd());
        assertEquals(MAY_1, inside.asOf());
        assertEquals(LocalDate.parse("2025-05-07"), inside.validThrough());

        RollingTotal before = total(postings, LocalDate.parse("2025-05-14"), week);
        assertEquals(0, before.headlineUsd());
        assertEquals(65, before.previousHeadlineUsd());
        assertEquals(0, before.commitments());
        assertEquals("expiry", before.cause());
        assertEquals(LocalDate.parse("2025-05-08"), before.asOf());
        assertEquals(LocalDate.parse("2025-05-14"), before.validThrough());

        assertFalse(all(postings, LocalDate.parse("2025-05-15")).containsKey(week));
    }

    @Test
    void theStockNeverExpires() {
        RollingTotal stock =
                total(List.of(meta("m1", "2016-02-29", 65L)), LocalDate.parse("2025-05-01"), "meta|GUIDANCE|all");
        assertEquals(65, stock.headlineUsd());
        assertEquals(null, stock.validThrough());
        assertEquals(0, stock.previousHeadlineUsd());
    }

    @Test
    void addedAndRemovedAreApartAndLinesAreCountedOnce() {
        RollingTotal month = total(
                List.of(
                        meta("m1", "2025-04-20", 65L),
                        meta("m1", "2025-04-25", -15L),
                        meta("m2", "2025-04-25", 4L),
                        meta("m3", "2025-04-26", null)),
                MAY_1,
                "meta|GUIDANCE|30d");
        assertEquals(54, month.headlineUsd());
        assertEquals(69, month.addedUsd());
        assertEquals(-15, month.removedUsd());
        assertEquals(3, month.commitments());
    }

    @Test
    void ofTwoPostingsOnOneDayTheGreaterLineNamesTheCause() {
        List<Posting> postings = List.of(
                posting("meta", "US", "*", Measure.GUIDANCE, "m2", MAY_1, 4L, "second"),
                posting("meta", "US", "*", Measure.GUIDANCE, "m1", MAY_1, 3L, "first"));
        assertEquals("second", total(postings, MAY_1, "meta|GUIDANCE|all").cause());
    }

    @Test
    void headquartersSumPayersAndJoinedCountriesStayOneEntity() {
        List<Posting> postings = List.of(
                posting("mgx", "AE", "FR", Measure.COMMITMENT, "c1", MAY_1, 30L, "new"),
                posting("g42", "AE", "SA;US", Measure.COMMITMENT, "c2", MAY_1, 12L, "new"),
                posting("g42", "AE", "*", Measure.ANNOUNCED, "g42.announced", MAY_1, 12L, "new"),
                posting("g42", "AE", "*", Measure.MEMO, "c3", MAY_1, 99L, "new"));
        Map<String, RollingTotal> totals = all(postings, MAY_1);
        assertEquals(42, totals.get("AE|HEADQUARTERS|COMMITMENT|all").headlineUsd());
        assertEquals(12, totals.get("SA;US|DESTINATION|COMMITMENT|all").headlineUsd());
        assertEquals(12, totals.get("AE|HEADQUARTERS|ANNOUNCED|all").headlineUsd());
        assertFalse(totals.keySet().stream().anyMatch(key -> key.contains("DESTINATION|ANNOUNCED")), "no such totals");
        assertFalse(totals.keySet().stream().anyMatch(key -> key.contains("MEMO")), "no such totals");
    }

    private static RollingTotal total(List<Posting> postings, LocalDate asOf, String key) {
        return all(postings, asOf).get(key);
    }

    private static Map<String, RollingTotal> all(List<Posting> postings, LocalDate asOf) {
        return RollingTotals.of(postings, asOf, PostingSamples::countryName).stream()
                .collect(Collectors.toMap(RollingTotal::key, Function.identity()));
    }
}
