package io.outlay.aggregate;

import static io.outlay.aggregate.Claims.guidance;
import static io.outlay.aggregate.Claims.payer;
import static io.outlay.aggregate.Claims.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.aggregate.rolling.RollingTotals;
import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.Countries;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topics;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Windows shrink at midnight though no news comes. */
class DayRollTest {
    private static final Payer META = payer("meta", "US");

    private final AggregateDriver driver = new AggregateDriver("2025-01-24");

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aWindowShrinksAtMidnightWithoutNews() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.day("2025-01-30");
        driver.tick(1);
        assertEquals(65_000_000_000L, company("meta|GUIDANCE|7d").headlineUsd());
        driver.written();
        driver.day("2025-01-31");
        driver.tick(1);
        RollingTotal week = company("meta|GUIDANCE|7d");
        assertEquals(0, week.headlineUsd());
        assertEquals(65_000_000_000L, week.previousHeadlineUsd());
        assertEquals("expiry", week.cause());
        List<String> written = driver.written();
        assertTrue(
                written.stream().allMatch(record -> record.endsWith("|7d")),
                () -> "only what the day changes: " + written);
        driver.day("2025-02-07");
        driver.tick(1);
        assertFalse(driver.atRest(Topics.SPEND_BY_COMPANY).containsKey("meta|GUIDANCE|7d"));
        assertTheTotalsAreThoseOf("2025-02-07");
    }

    /** 30 days from 30 January 2024 end on 28 February; from 31 January on 29 February, a leap day. */
    @Test
    void aLeapDayIsADay() {
        try (AggregateDriver leap = new AggregateDriver("2024-01-31")) {
            leap.claims(set("a1", guidance(META, "2024-01-31", 2024, 30, "USD")));
            leap.day("2024-02-29");
            leap.tick(1);
            RollingTotal month = leap.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|30d");
            assertEquals(30_000_000_000L, month.headlineUsd());
            assertEquals(LocalDate.parse("2024-02-29"), month.validThrough());
            leap.day("2024-03-01");
            leap.tick(1);
            assertEquals(
                    0, leap.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|30d").headlineUsd());
            assertEquals(
                    LocalDate.parse("2025-01-29"),
                    leap.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|365d").validThrough());
        }
    }

    @Test
    void aServiceThatSleptOverMidnightsCatchesUp() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.claims(set("a2", guidance(META, "2025-01-20", 2026, 80, "USD")));
        driver.restartOn("2025-02-25");
        driver.tick(2);
        assertEquals(0, company("meta|GUIDANCE|30d").headlineUsd());
        assertTheTotalsAreThoseOf("2025-02-25");
    }

    @Test
    void newsBeforeTheFirstTickAfterASleepIsTakenInOnce() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.restartOn("2025-02-25");
        driver.claims(set("a2", guidance(META, "2025-02-25", 2026, 80, "USD")));
        driver.tick(2);
        assertTheTotalsAreThoseOf("2025-02-25");
    }

    @Test
    void aClockThatJumpsBackBringsNothingBack() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.day("2025-02-01");
        driver.tick(1);
        driver.written();
        driver.day("2025-01-25");
        driver.tick(3);
        assertEquals(List.of(), driver.written());
        driver.claims(set("a2", guidance(META, "2025-01-25", 2026, 80, "USD")));
        assertTheTotalsAreThoseOf("2025-02-01");
        driver.restartOn("2025-01-26");
        driver.tick(2);
        assertTheTotalsAreThoseOf("2025-02-01");
    }

    @Test
    void anArticleFourHundredDaysLateLandsOnItsDay() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        driver.written();
        driver.claims(set("late", guidance(META, "2023-12-21", 2023, 30, "USD")));
        assertEquals(65_000_000_000L, company("meta|GUIDANCE|365d").headlineUsd());
        assertEquals(95_000_000_000L, company("meta|GUIDANCE|all").headlineUsd());
        assertEquals(
                List.of(),
                driver.written().stream()
                        .filter(record -> record.endsWith("|7d"))
                        .toList());
        assertTheTotalsAreThoseOf("2025-01-24");
    }

    /**
     * What was announced 300 days ago lies in the year's window and in the stock alone: to correct it is one posting, and of each of its
     * three series those two totals.
     */
    @Test
    void aCorrectionOfAnOldRevisionIsOnePostingAndTheYearsWindow() {
        driver.day("2025-11-20");
        Claim first = purchase("2024-09-02", 40, Change.NEW);
        Claim raised = purchase("2025-01-24", 65, Change.RAISED);
        driver.claims(set("a0", first));
        driver.claims(set("a1", raised));
        driver.written();
        Target figure = new Target(raised.figure(), null, null, null, null);
        driver.correction(new Correction(
                "c1", Correction.Action.SET, "meta", figure, "amount", "64000000000", null, "Ann", "misread", null));
        assertEquals(
                List.of(
                        "outlay.commitments " + first.figure(),
                        "outlay.postings " + first.figure() + "|2025-01-24",
                        "outlay.postings-history " + first.figure() + "|2025-01-24|2025-11-20",
                        "outlay.spend-by-company meta|PURCHASE|365d",
                        "outlay.spend-by-company meta|PURCHASE|all",
                        "outlay.spend-by-country *|DESTINATION|PURCHASE|365d",
                        "outlay.spend-by-country *|DESTINATION|PURCHASE|all",
                        "outlay.spend-by-country US|HEADQUARTERS|PURCHASE|365d",
                        "outlay.spend-by-country US|HEADQUARTERS|PURCHASE|all"),
                driver.written().stream().sorted().toList());
        assertTheTotalsAreThoseOf("2025-11-20");
    }

    private static Claim purchase(String day, long billions, Change change) {
        return Claims.claim(META, Measure.PURCHASE, day, "2024-2028", billions, "USD", change);
    }

    @Test
    void aFutureAnnouncementEntersWhenItsDayComes() {
        driver.claims(set("a1", guidance(META, "2025-01-26", 2025, 65, "USD")));
        assertTrue(driver.totals().isEmpty());
        driver.day("2025-01-26");
        driver.tick(1);
        assertEquals(65_000_000_000L, company("meta|GUIDANCE|7d").headlineUsd());
        assertTheTotalsAreThoseOf("2025-01-26");
    }

    /** Each payer's totals change on the days 7, 14, 30, 60 and 90 days later: more than a tick takes. */
    @Test
    void aLongRollIsMadeInBoundedSteps() {
        int payers = RollTotals.STEP / 4;
        for (int i = 0; i < payers; i++) {
            driver.claims(set("a" + i, guidance(payer("payer" + i, "US"), "2025-01-24", 2025, 1, "USD")));
        }
        driver.written();
        driver.day("2025-04-30");
        int steps = 0;
        List<String> written;
        do {
            driver.tick(1);
            written = driver.written();
            assertTrue(written.size() <= RollTotals.STEP, "a bounded step");
            steps++;
        } while (!written.isEmpty());
        assertTrue(steps > 2, "one step takes some, the next the rest, the last finds nothing");
        assertTheTotalsAreThoseOf("2025-04-30");
        assertEquals(
                payers * 1_000_000_000L,
                driver.value(Topics.SPEND_BY_COUNTRY, "US|HEADQUARTERS|GUIDANCE|90d")
                        .previousHeadlineUsd());
    }

    private RollingTotal company(String key) {
        return driver.value(Topics.SPEND_BY_COMPANY, key);
    }

    private void assertTheTotalsAreThoseOf(String day) {
        List<RollingTotal> expected =
                RollingTotals.of(driver.postings(), LocalDate.parse(day), Countries.standard()::nameOf);
        List<RollingTotal> found = driver.totals().stream()
                .sorted(Comparator.comparing(RollingTotal::key))
                .toList();
        assertEquals(expected, found);
    }
}
