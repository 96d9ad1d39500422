package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.Change;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Precision;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** R10: which figures are one commitment. */
class MembershipRuleTest {
    private static final Told ACME = Told.by("acme", "US");
    private static final String END = "2030-12-31";

    private static String stock(Told... told) {
        return Ledgers.stock(Ledgers.of(told), told[0].measure(), END);
    }

    @Test
    void aThousandArticlesOnOneAnnouncementAddOneAmount() {
        Told[] told = new Told[1000];
        for (int i = 0; i < told.length; i++) {
            told[i] = ACME.bn(10).in("IN").on("2025-03-%02d".formatted(1 + i % 28));
        }
        LedgerFold fold = Ledgers.of(told);
        assertEquals("COMMITMENT LIVE: 2025-03-01 NEW 10", Ledgers.commitments(fold));
        assertEquals(64, Ledgers.commitment(fold, told[0]).independentSources());
        assertEquals(8, fold.commitments().get(0).revisions().get(0).evidence().size());
    }

    @Test
    void theConversionBesideAnAmountIsTheSameMoney() {
        assertEquals(
                "25",
                stock(
                        ACME.bn(20, "GBP").in("GB").on("2025-09-16"),
                        ACME.bn(25).in("GB").on("2025-09-17"),
                        ACME.bn(20, "GBP").printed(25.6).in("GB").on("2025-09-18")));
    }

    @Test
    void differentDestinationsAreDifferentPlans() {
        assertEquals(
                "6",
                stock(ACME.bn(3).in("IN").on("2025-01-07"), ACME.bn(3).in("FR").on("2025-01-09")));
    }

    @Test
    void anUnknownDestinationGoesToTheOneLineOfThatAmount() {
        assertEquals(
                "20",
                stock(
                        ACME.bn(3).in("IN").on("2025-01-07"),
                        ACME.bn(17).in("FR").on("2025-01-08"),
                        ACME.bn(3).on("2025-02-01")));
    }

    @Test
    void twoSitesNeverMergeButAPlaceFitsTheStateItLiesIn() {
        assertEquals(
                "20",
                stock(
                        ACME.bn(10).in("US").at("us-la").on("2025-01-07"),
                        ACME.bn(10).in("US").at("us-tx").on("2025-01-09")));
        assertEquals(
                "10",
                stock(
                        ACME.bn(10).in("US").at("us-tx").on("2025-01-07"),
                        ACME.bn(10).in("US").at("us-tx-el-paso").on("2025-01-09")));
    }

    @Test
    void agreementIsWithStatedRevisionsAndNeverByChain() {
        // 102.5 agrees with 100; 105 agrees with 102.5, which was never a value of the line
        assertEquals(
                "205",
                stock(
                        ACME.bn(100).in("US").on("2025-01-07"),
                        ACME.bn(102.5).in("US").on("2025-01-08"),
                        ACME.bn(105).in("US").on("2025-01-09")));
    }

    @Test
    void multiYearPeriodsMayEndAYearApart() {
        assertEquals(
                "50",
                stock(
                        ACME.bn(50).in("US").period("2025-2028").on("2025-01-07"),
                        ACME.bn(50).in("US").period("2025-2029").on("2025-01-08")));
        assertEquals(
                "100",
                stock(
                        ACME.bn(50).in("US").period("2025-2028").on("2025-01-07"),
                        ACME.bn(50).in("US").period("2025-2031").on("2025-01-08")));
    }

    @Test
    void purchasesAreToldApartByTheOtherSide() {
        Told buys = ACME.measure(Measure.PURCHASE).bn(10);
        assertEquals(
                "20",
                stock(buys.with("cloudco").on("2025-01-07"), buys.with("chipco").on("2025-01-07")));
        assertEquals(
                "10",
                stock(
                        buys.with("cloudco").on("2025-01-07"),
                        buys.with("cloudco").in("US").on("2025-01-09"),
                        buys.on("2025-02-01")));
    }

    @Test
    void aRaiseFindsItsLineByTheOldValue() {
        assertEquals(
                "610",
                stock(
                        ACME.bn(500).in("US").on("2025-02-24"),
                        ACME.bn(10).in("US").at("us-tx").on("2025-03-24"),
                        ACME.bn(600).in("US").change(Change.RAISED).from(500).on("2025-08-06")));
    }

    @Test
    void aRaiseToldOnlyOnceIsARaiseForAllWhoStateTheAmount() {
        assertEquals(
                "600",
                stock(
                        ACME.bn(500).in("US").on("2025-02-24"),
                        ACME.bn(600).in("US").on("2025-08-06"),
                        ACME.bn(600).in("US").on("2025-08-06"),
                        ACME.bn(600).in("US").change(Change.RAISED).from(500).on("2025-08-20")));
    }

    @Test
    void aRaiseWithoutANumberAddsNothing() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(380, "CNY").on("2025-02-24"),
                ACME.bn(380, "CNY").change(Change.RAISED).on("2025-09-24"));
        assertEquals("COMMITMENT LIVE: 2025-02-24 NEW 47.5, 2025-09-24 RAISED 47.5", Ledgers.commitments(fold));
        assertEquals("official; official, raised by an amount not told", Ledgers.why(fold, ACME.bn(380, "CNY")));
    }

    @Test
    void aFigureInsideAKnownRangeIsEvidence() {
        LedgerFold fold = Ledgers.of(
                ACME.amount(Told.billions(30, 50, 50, "EUR", Qualifier.RANGE))
                        .in("FR")
                        .on("2025-02-06"),
                ACME.bn(40, "EUR").in("FR").on("2025-02-07"));
        assertEquals("COMMITMENT LIVE: 2025-02-06 NEW 37.5/62.5/62.5", Ledgers.commitments(fold));
    }

    @Test
    void withdrawalTakesTheLineOutAndAPauseKeepsIt() {
        Told site = ACME.bn(1).in("US").at("us-oh");
        LedgerFold fold = Ledgers.of(
                site.on("2024-10-31"),
                site.change(Change.PAUSED).on("2025-01-31"),
                site.change(Change.CANCELLED).on("2025-04-08"),
                site.on("2025-06-01"));
        assertEquals(
                "COMMITMENT CANCELLED: 2024-10-31 NEW 1, 2025-01-31 PAUSED 1, 2025-04-08 CANCELLED 0",
                Ledgers.commitments(fold));
    }

    @Test
    void whatWasRumouredBecomesFirmAtAnotherAmount() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(100).in("FR").status(Status.RUMOUR).on("2026-05-10"),
                ACME.bn(80).in("FR").on("2026-05-30"));
        assertEquals("COMMITMENT LIVE: 2026-05-10 NEW 0/0/100, 2026-05-30 NEW 80", Ledgers.commitments(fold));
    }

    @Test
    void whatHasNoDayPostsNothing() {
        LedgerFold fold = Ledgers.of(ACME.bn(5).in("DE"));
        assertEquals("COMMITMENT LIVE: null NEW 0", Ledgers.commitments(fold));
        assertEquals(0, fold.postings().size());
    }

    @Test
    void oneArticleThatDatesItFarTooEarlyIsNotFollowed() {
        Told plan = ACME.bn(20).in("SE");
        var early = new AnnouncedOn(LocalDate.parse("2024-03-31"), Precision.QUARTER, DayBasis.TEXT);
        LedgerFold fold =
                Ledgers.of(plan.on("2025-02-09"), plan.on("2025-02-10"), plan.on("2025-02-10"), plan.on(early));
        assertEquals("COMMITMENT LIVE: 2025-02-09 NEW 20", Ledgers.commitments(fold));
        LedgerFold oldNewsAlone = Ledgers.of(plan.on("2025-02-09"), plan.on(early));
        assertEquals("COMMITMENT LIVE: 2024-03-31 NEW 20", Ledgers.commitments(oldNewsAlone));
    }

    /** A plan of four billion over five years was raised to six, now through 2030: six stood beside six. */
    @Test
    void aPlanThatIsRaisedMayBeGivenLonger() {
        Told plan = ACME.in("GB");
        Told raised =
                plan.bn(6).period("2023-2030").change(Change.RAISED).from(4).on("2025-09-16");
        Told told = plan.bn(6).period("2025-2030").on("2025-10-02");
        Told first = plan.bn(4).period("2023-2028").on("2023-06-29");
        assertEquals("6", stock(first, raised));
        assertEquals("6", stock(first, raised, told), "told again by its new period");
        assertEquals("6", stock(first, raised.period(""), raised), "one text of the day names no period");
        assertEquals("10", stock(first, raised.change(Change.NEW).from(null)), "without a word of a raise");
        assertEquals(
                "14",
                stock(first, plan.bn(4).period("2018-2025").on("2020-06-29"), raised),
                "two stand at the old value: neither is meant for sure");
    }

    /** A stake of ten was in talks; it became fifty. */
    @Test
    void ofADealWithOnePartnerTheRumourMayBeFarOff() {
        Told talks = ACME.measure(Measure.EQUITY)
                .with("lab")
                .bn(10)
                .status(Status.RUMOUR)
                .on("2025-12-16");
        Told stake = ACME.measure(Measure.EQUITY).with("lab").bn(50).on("2026-02-27");
        assertEquals("50", stock(talks, stake));
        assertEquals("50/50/60", stock(talks, stake.with("another")));
        assertEquals("51/51/61", stock(talks, stake.bn(51)), "more than five times: another");
    }
}
