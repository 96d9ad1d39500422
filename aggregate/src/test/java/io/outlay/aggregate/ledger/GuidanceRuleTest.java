package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Period;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** R11: guidance for one period is one line, and the newer day wins. */
class GuidanceRuleTest {
    private static final Told ACME = Told.by("acme", "US").guidance("CY2025");

    @Test
    void aRaiseReplacesWhatStoodAndALaterPrintOfTheOldValueDoesNot() {
        LedgerFold fold = Ledgers.of(
                ACME.range(60, 65).on("2025-01-24"),
                ACME.range(64, 72)
                        .change(Change.RAISED)
                        .from(Told.billions(60, 65, 65, "USD", Qualifier.RANGE))
                        .on("2025-04-30"),
                ACME.range(60, 65).on("2025-06-01"));
        assertEquals("GUIDANCE LIVE: 2025-01-24 NEW 60/65/65, 2025-04-30 RAISED 64/72/72", Ledgers.commitments(fold));
    }

    @Test
    void newerGuidanceNeedsNoWordsOfChange() {
        LedgerFold fold = Ledgers.of(ACME.bn(80).on("2025-01-10"), ACME.bn(70).on("2025-05-10"));
        assertEquals("GUIDANCE LIVE: 2025-01-10 NEW 80, 2025-05-10 NEW 70", Ledgers.commitments(fold));
    }

    @Test
    void aCutTakesMoneyOut() {
        LedgerFold fold = Ledgers.of(
                ACME.range(20, 23).on("2025-05-14"),
                ACME.range(12, 14).change(Change.CUT).on("2025-11-10"));
        assertEquals("12/14/14", Ledgers.stock(fold, Measure.GUIDANCE, "2025-12-31"));
    }

    @Test
    void oneEndOfTheRangeIsEvidenceAndNoRevision() {
        LedgerFold fold = Ledgers.of(
                ACME.range(60, 65).on("2025-01-24"),
                ACME.bn(65).on("2025-02-25"),
                ACME.upTo(65).on("2025-03-01"));
        assertEquals("GUIDANCE LIVE: 2025-01-24 NEW 60/65/65", Ledgers.commitments(fold));
    }

    @Test
    void onTheSameDayTheRangeSaysMoreThanItsUpperEnd() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(65).on("2025-01-24"),
                ACME.bn(65).on("2025-01-24"),
                ACME.range(60, 65).on("2025-01-24"));
        assertEquals("GUIDANCE LIVE: 2025-01-24 NEW 60/65/65", Ledgers.commitments(fold));
    }

    @Test
    void anAmountMayReturn() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(60).on("2025-01-24"),
                ACME.bn(65).change(Change.RAISED).from(60).on("2025-04-24"),
                ACME.bn(60).change(Change.CUT).from(65).on("2025-07-24"));
        assertEquals(
                "GUIDANCE LIVE: 2025-01-24 NEW 60, 2025-04-24 RAISED 65, 2025-07-24 CUT 60", Ledgers.commitments(fold));
    }

    @Test
    void aRaiseToldAgainMonthsLaterIsNoNewRaise() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(60).on("2025-01-24"),
                ACME.bn(65).change(Change.RAISED).from(60).on("2025-04-24"),
                ACME.bn(72).change(Change.RAISED).from(65).on("2025-07-24"),
                ACME.bn(65).change(Change.RAISED).from(60).on("2025-11-24"));
        assertEquals("72", Ledgers.stock(fold, Measure.GUIDANCE, "2025-12-31"));
    }

    @Test
    void otherPeriodsAreOtherLines() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(65).on("2025-01-24"), ACME.guidance("CY2026").bn(115).on("2026-01-28"));
        assertEquals("GUIDANCE LIVE: 2025-01-24 NEW 65\nGUIDANCE LIVE: 2026-01-28 NEW 115", Ledgers.commitments(fold));
    }

    @Test
    void oneGuidanceWhosePeriodTextsTellInTwoWaysStandsOnceAndIsDisputed() {
        Period fiscal = new Period(null, LocalDate.parse("2025-07-01"), LocalDate.parse("2026-06-30"), "FY2026");
        Told inFiscal = ACME.period(fiscal).bn(190).on("2026-04-29");
        LedgerFold fold = Ledgers.of(inFiscal, ACME.guidance("CY2026").bn(190).on("2026-04-29"));
        assertEquals("190", Ledgers.stock(fold, Measure.GUIDANCE, "2026-12-31"));
        assertEquals("DISPUTED", Ledgers.commitment(fold, inFiscal).period().key());
    }

    @Test
    void disputedPeriodsNeverReplaceEachOther() {
        Told disputed = ACME.guidance("DISPUTED");
        LedgerFold fold = Ledgers.of(
                disputed.bn(190).on("2026-04-29"),
                disputed.bn(175).status(Status.RUMOUR).on("2026-07-31"));
        assertEquals("190/190/365", Ledgers.stock(fold, Measure.GUIDANCE, "2026-12-31"));
    }

    @Test
    void aRumouredChangeMovesTheUpperEndOnlyAndItsDenialTakesThatBack() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(100).on("2025-01-10"),
                ACME.bn(120).status(Status.RUMOUR).on("2025-05-10"),
                ACME.bn(120).change(Change.DENIED).on("2025-05-20"));
        assertEquals("100/100/120", Ledgers.stock(fold, Measure.GUIDANCE, "2025-05-15"));
        assertEquals("100", Ledgers.stock(fold, Measure.GUIDANCE, "2025-12-31"));
    }

    @Test
    void theFloorAloneMayRise() {
        var before = Told.billions(64, 72, 72, "USD", Qualifier.RANGE);
        LedgerFold fold = Ledgers.of(
                ACME.amount(before).on("2025-04-30"),
                ACME.range(66, 72).change(Change.RAISED).from(before).on("2025-07-30"));
        assertEquals("66/72/72", Ledgers.stock(fold, Measure.GUIDANCE, "2025-12-31"));
    }

    @Test
    void aSmallRaiseInWordsIsARaise() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(145).on("2026-04-29"),
                ACME.bn(147).change(Change.RAISED).from(145).on("2026-07-29"));
        assertEquals("147", Ledgers.stock(fold, Measure.GUIDANCE, "2026-12-31"));
    }

    @Test
    void aQuarterLiesInItsYear() {
        LedgerFold fold = Ledgers.of(
                ACME.bn(80).on("2025-01-10"), ACME.guidance("CY2025Q3").bn(20).on("2025-07-10"));
        assertEquals("80", Ledgers.stock(fold, Measure.GUIDANCE, "2025-12-31"));
    }
}
