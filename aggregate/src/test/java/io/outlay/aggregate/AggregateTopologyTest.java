package io.outlay.aggregate;

import static io.outlay.aggregate.Claims.guidance;
import static io.outlay.aggregate.Claims.payer;
import static io.outlay.aggregate.Claims.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Posting;
import io.outlay.contracts.PostingHistory;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregateTopologyTest {
    private static final Payer META = payer("meta", "US");
    private static final Payer ALIBABA = payer("alibaba", "CN");

    private final AggregateDriver driver = new AggregateDriver("2025-02-01");

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void claimsBecomeACommitmentPostingsAndTotals() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        Commitment commitment = onlyCommitment();
        assertEquals("Meta", commitment.payer().name());
        assertEquals("a1", commitment.revisions().get(0).evidence().get(0).articleId());
        Posting posting = driver.value(Topics.POSTINGS, commitment.id() + "|2025-01-24");
        assertEquals(65_000_000_000L, posting.headlineUsd());
        RollingTotal month = driver.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|30d");
        assertEquals(65_000_000_000L, month.headlineUsd());
        assertEquals("Meta", month.name());
        assertEquals(
                "United States",
                driver.value(Topics.SPEND_BY_COUNTRY, "US|HEADQUARTERS|GUIDANCE|all")
                        .name());
    }

    /** Law L2: another article adds evidence, and no money. */
    @Test
    void anotherArticleWritesTheCommitmentAlone() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.written();
        driver.claims(set("a2", guidance(META, "2025-01-24", 2025, 65, "USD")));
        assertEquals(List.of("outlay.commitments " + onlyCommitment().id()), driver.written());
        assertEquals(2, onlyCommitment().articles());
    }

    @Test
    void theSameAgainWritesNothing() {
        ClaimSet claims = set("a1", guidance(META, "2025-01-24", 2025, 65, "USD"));
        driver.claims(claims);
        driver.written();
        driver.claims(claims);
        assertEquals(List.of(), driver.written());
    }

    @Test
    void aCommitmentShowsTheFirstEightByDayAndArticleAndRefillsThem() {
        for (int i = 12; i > 0; i--) {
            driver.claims(set("a" + i, guidance(META, "2025-01-" + (10 + i), 2025, 65, "USD")));
        }
        assertEquals(List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"), shownArticles());
        driver.retract(set("a3", guidance(META, "2025-01-13", 2025, 65, "USD")));
        assertEquals(List.of("a1", "a2", "a4", "a5", "a6", "a7", "a8", "a9"), shownArticles());
        assertEquals(11, onlyCommitment().articles());
    }

    /** Law L3: per key, the old value leaves as the new one enters. */
    @Test
    void aRevisedArticleIsOneValuePerTotal() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.written();
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 72, "USD")));
        List<String> written = driver.written();
        assertEquals(written.size(), written.stream().distinct().count(), () -> "twice: " + written);
        assertEquals(
                72_000_000_000L,
                driver.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|all").headlineUsd());
        assertEquals(1, driver.atRest(Topics.COMMITMENTS).size());
    }

    @Test
    void revisingAndRestoringLeavesNoTrace() {
        ClaimSet claims = set("a1", guidance(META, "2025-01-24", 2025, 65, "USD"));
        driver.claims(claims);
        driver.claims(set("a2", guidance(META, "2025-01-27", 2025, 66, "USD")));
        Map<String, String> before = driver.atRest();
        driver.claims(set("a1", guidance(META, "2024-11-24", 2026, 80, "EUR")));
        assertTrue(!before.equals(driver.atRest()), "the revision shows");
        driver.claims(claims);
        assertEquals(before, driver.atRest());
    }

    @Test
    void retractingAllLeavesTombstonesAndNoMoneyBehind() {
        List<ClaimSet> all = List.of(
                set("a1", guidance(META, "2025-01-24", 2025, 65, "USD"), guidance(META, "2025-01-24", 2026, 80, "USD")),
                set("a2", guidance(META, "2025-01-27", 2025, 65, "EUR")),
                set("a2", guidance(ALIBABA, "2025-01-27", 2025, 380, "CNY")));
        all.forEach(driver::claims);
        all.forEach(driver::retract);
        assertEquals(Map.of(), driver.atRest());
        assertEquals(Map.of(), driver.rows(Store.EVIDENCE));
        assertEquals(Map.of(), driver.rows(Store.ARTICLES));
        assertEquals(Map.of(), driver.rows(Store.CLAIMS));
        assertEquals(1, driver.rows(Store.TOTALS).size(), () -> "the roll day alone, not " + driver.rows(Store.TOTALS));
    }

    @Test
    void theStockIsTheSumOfPostings() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.claims(set("a2", guidance(META, "2023-01-24", 2023, 30, "USD")));
        driver.claims(set("a3", guidance(META, "2024-02-01", 2024, 37, "EUR")));
        long sum = driver.postings().stream()
                .filter(posting -> posting.measure() == Measure.GUIDANCE)
                .mapToLong(Posting::headlineUsd)
                .sum();
        assertEquals(
                sum, driver.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|all").headlineUsd());
    }

    /** Law L9. */
    @Test
    void aClaimAboutOnePayerWritesNothingOfAnother() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.written();
        driver.claims(set("a2", guidance(ALIBABA, "2025-01-25", 2025, 380, "CNY")));
        List<String> others = driver.written().stream()
                .filter(record -> record.contains("meta") || record.contains(" US|"))
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void theHistoryKeepsWhatWasBelievedOnADay() {
        ClaimSet claims = set("a1", guidance(META, "2025-01-24", 2025, 65, "USD"));
        driver.claims(claims);
        String posting = onlyCommitment().id() + "|2025-01-24";
        driver.day("2025-02-03");
        driver.retract(claims);
        PostingHistory first = driver.value(Topics.POSTINGS_HISTORY, posting + "|2025-02-01");
        PostingHistory second = driver.value(Topics.POSTINGS_HISTORY, posting + "|2025-02-03");
        assertEquals(65_000_000_000L, first.posting().headlineUsd());
        assertEquals(LocalDate.parse("2025-02-01"), first.knownOn());
        assertEquals(0, second.posting().headlineUsd());
        driver.day("2025-02-02");
        driver.claims(claims);
        assertEquals(
                65_000_000_000L,
                driver.<PostingHistory>value(Topics.POSTINGS_HISTORY, posting + "|2025-02-03")
                        .posting()
                        .headlineUsd(),
                "a clock that jumps back rewrites no earlier day");
    }

    @Test
    void aBadValueIsADeadLetterAndCountsAsGone() {
        ClaimSet claims = set("a1", guidance(META, "2025-01-24", 2025, 65, "USD"));
        driver.claims(claims);
        driver.bytes(Topics.CLAIMS, claims.key(), "{\"payer\":");
        assertEquals(Map.of(), driver.atRest());
        Map<String, String> letter = driver.deadLetters().get(0);
        assertEquals("aggregate", letter.get("outlay.service"));
        assertEquals("outlay.claims", letter.get("outlay.topic"));
        driver.claims(claims);
        assertEquals(1, driver.atRest(Topics.COMMITMENTS).size());
    }

    @Test
    void aValueUnderTheKeyOfAnotherIsADeadLetter() {
        ClaimSet claims = set("a1", guidance(META, "2025-01-24", 2025, 65, "USD"));
        driver.bytes(Topics.CLAIMS, "alibaba|a1", Json.string(claims));
        assertEquals(
                "the key is 'alibaba|a1', but the value belongs to 'meta|a1'",
                driver.deadLetters().get(0).get("outlay.message"));
        assertEquals(Map.of(), driver.atRest());
    }

    @Test
    void badCorrectionsAndRatesAreDeadLettersToo() {
        driver.bytes(Topics.CORRECTIONS, "c1", "[]");
        driver.bytes(
                Topics.FX_RATES,
                "EUR|2025-01-24",
                "{\"currency\":\"EUR\",\"day\":\"2025-01-24\",\"unitsPerUsd\":\"0\",\"basis\":\"x\"}");
        driver.bytes(Topics.FX_RATES, "EUR", "");
        assertEquals(3, driver.deadLetters().size());
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "EUR")));
        assertEquals(1, driver.atRest(Topics.COMMITMENTS).size(), "the stream goes on");
    }

    private Commitment onlyCommitment() {
        Map<String, String> commitments = new TreeMap<>(driver.atRest(Topics.COMMITMENTS));
        assertEquals(1, commitments.size());
        return driver.value(Topics.COMMITMENTS, commitments.keySet().iterator().next());
    }

    private List<String> shownArticles() {
        return onlyCommitment().revisions().get(0).evidence().stream()
                .map(evidence -> evidence.articleId())
                .toList();
    }
}
