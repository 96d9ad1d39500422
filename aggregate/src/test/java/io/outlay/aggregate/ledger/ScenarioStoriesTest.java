package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scenario of a hundred announcements, told as articles, showed of the rules: each a story that once went wrong. */
class ScenarioStoriesTest {
    private static final Told ACME = Told.by("acme", "US");
    private static final Told GUIDES = ACME.guidance("CY2025");
    private static final Told STAKE = ACME.measure(Measure.EQUITY).with("lab").bn(4);

    @Test
    void guidanceRaisedFromASumTakesTheAdditionIn() {
        LedgerFold fold = Ledgers.of(
                GUIDES.bn(75).on("2025-02-04"),
                GUIDES.bn(10).change(Change.ADDS).on("2025-07-23"),
                GUIDES.bn(85).change(Change.TOTAL).on("2025-07-23"),
                GUIDES.range(91, 93).change(Change.RAISED).from(85).on("2025-10-29"));
        assertEquals("85", Ledgers.stock(fold, Measure.GUIDANCE, "2025-07-23"));
        assertEquals("91/93/93", Ledgers.stock(fold, Measure.GUIDANCE, "2025-12-31"));
    }

    @Test
    void aPlanRaisedFromTheSumOfItsPartsReplacesThemAll() {
        Told india = ACME.in("IN");
        LedgerFold fold = Ledgers.of(
                india.bn(3).on("2025-01-07"),
                india.bn(17.5).change(Change.ADDS).on("2025-12-09"),
                india.bn(30).change(Change.RAISED).from(20.5).on("2026-05-09"));
        assertEquals("20.5", Ledgers.stock(fold, Measure.COMMITMENT, "2025-12-31"));
        assertEquals("30", Ledgers.stock(fold, Measure.COMMITMENT, "2026-05-09"));
    }

    @Test
    void asMuchAgainIntoTheSamePartnerIsAnAddition() {
        LedgerFold fold = Ledgers.of(
                STAKE.upTo(4).on("2023-09-25"),
                STAKE.change(Change.ADDS).on("2024-11-22"),
                STAKE.bn(8).change(Change.TOTAL).on("2024-11-22"));
        assertEquals("4/8/8", Ledgers.stock(fold, Measure.EQUITY, "2024-12-31"));
    }

    @Test
    void aPlanToldAgainAsAnAdditionIsNone() {
        Told plan = ACME.period("2025-2027").bn(380, "CNY");
        LedgerFold fold = Ledgers.of(
                plan.on("2025-02-24"),
                ACME.bn(47.5).change(Change.ADDS).on("2025-09-24"),
                ACME.bn(380, "CNY").change(Change.ADDS).on("2025-10-24"));
        assertEquals("47.5", Ledgers.stock(fold, Measure.COMMITMENT, "2025-12-31"));
    }

    @Test
    void anAdditionToldAgainIsTheSameAddition() {
        Told buys = ACME.measure(Measure.PURCHASE).with("cloudco");
        LedgerFold fold = Ledgers.of(
                buys.bn(12).period("2025-2030").on("2025-03-10"),
                buys.bn(4).period("2025-2029").change(Change.ADDS).on("2025-05-15"),
                buys.bn(4).change(Change.ADDS).on("2025-10-13"),
                buys.bn(4).change(Change.ADDS).from(12).on("2025-11-13"));
        assertEquals("16", Ledgers.stock(fold, Measure.PURCHASE, "2025-12-31"));
    }

    @Test
    void aNumberAloneHearsWhatAnotherTextOfTheSameNewsSaysOfIt() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(380).period("2025-2027").on("2025-02-24"),
                ACME.bn(480).period("2025-2027").on("2026-01-14"),
                ACME.bn(100).change(Change.ADDS).on("2026-01-14"),
                ACME.bn(480).change(Change.TOTAL).on("2026-01-14"));
        assertEquals("480", Ledgers.stock(fold, Measure.COMMITMENT, "2026-01-31"));
    }

    @Test
    void aLetterOfIntentGivesWayToTheDealThatFollows() {
        Told deal = ACME.measure(Measure.EQUITY).with("lab");
        LedgerFold fold = Ledgers.of(
                deal.upTo(100).status(Status.LETTER_OF_INTENT).on("2025-09-22"),
                deal.bn(30).on("2026-02-27"));
        assertEquals("0/0/100", Ledgers.stock(fold, Measure.EQUITY, "2025-12-31"));
        assertEquals("30", Ledgers.stock(fold, Measure.EQUITY, "2026-02-28"));
    }

    @Test
    void aWithdrawalFindsItsPlanWhateverYearItNames() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(1.3).period("CY2023").on("2023-11-20"),
                ACME.bn(1.3).period("CY2024").change(Change.CANCELLED).on("2024-08-02"));
        assertEquals("0", Ledgers.stock(fold, Measure.COMMITMENT, "2024-08-02"));
    }

    @Test
    void aDeadlineToldAgainBeginsLaterAndIsTheSamePlan() {
        Told site = ACME.in("US").at("us-va").bn(9);
        LedgerFold fold = Ledgers.of(
                site.period("2025-2026").on("2025-08-27"),
                site.period("2026-2026").on("2026-02-14"));
        assertEquals("9", Ledgers.stock(fold, Measure.COMMITMENT, "2026-03-01"));
    }

    @Test
    void aConsortiumSaysThatItsMembersMayAnnounceTheSameMoney() {
        Payer stargate = new Payer("stargate", "Stargate", "US", PayerKind.CONSORTIUM, List.of("openai", "softbank"));
        LedgerFold fold = Ledgers.of(Told.by(stargate).bn(500).on("2025-01-21"));
        assertEquals(
                List.of("what its members announce for themselves may be the same money: openai, softbank"),
                fold.commitments().get(0).notes());
    }

    @Test
    void theLowerEndOfARangeAloneSaysWhatWasRaised() {
        LedgerFold fold = Ledgers.of(
                GUIDES.range(66, 72).on("2025-07-30"),
                GUIDES.range(70, 72).change(Change.RAISED).from(66).on("2025-10-29"));
        assertEquals("70/72/72", Ledgers.stock(fold, Measure.GUIDANCE, "2025-12-31"));
    }
}
