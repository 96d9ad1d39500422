package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Change;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R12 additions and totals, R13 containment, R14 status, R16 plausibility: what of an amount counts. */
class AmountRulesTest {
    private static final Told ACME = Told.by("acme", "US");
    private static final String END = "2030-12-31";

    private static String stock(Told... told) {
        return Ledgers.stock(Ledgers.of(told), told[0].measure(), END);
    }

    // R12

    @Test
    void anAdditionAddsALine() {
        assertEquals(
                "20.5",
                stock(
                        ACME.bn(3).in("IN").on("2025-01-07"),
                        ACME.bn(17.5).in("IN").change(Change.ADDS).on("2025-12-09")));
    }

    @Test
    void additionAndTotalStandOnceHoweverTheyAreTold() {
        Told base = ACME.bn(500).in("US").on("2025-02-24");
        Told more = ACME.bn(100).in("US").change(Change.ADDS);
        Told total = ACME.bn(600).in("US").change(Change.TOTAL);
        Told raised = ACME.bn(600).in("US").change(Change.RAISED).from(500);
        for (List<Told> later : List.of(
                List.of(more.on("2025-08-06")),
                List.of(total.on("2025-08-06")),
                List.of(raised.on("2025-08-06")),
                List.of(more.on("2025-08-06"), total.on("2025-08-06")),
                List.of(more.on("2025-08-06"), raised.on("2025-08-06")),
                List.of(more.on("2025-08-06"), total.on("2025-08-20"), raised.on("2025-09-01")),
                List.of(total.on("2025-08-06"), more.on("2025-08-20")),
                List.of(ACME.bn(600).in("US").on("2025-08-06"), more.on("2025-08-06")),
                List.of(ACME.bn(600).in("US").on("2025-08-06"), more.on("2025-08-08")),
                List.of(raised.on("2025-08-06"), more.on("2025-08-20"), total.on("2025-08-07")))) {
            Told[] all = new Told[later.size() + 1];
            all[0] = base;
            for (int i = 0; i < later.size(); i++) {
                all[i + 1] = later.get(i);
            }
            assertEquals("600", stock(all), () -> "told as " + later);
        }
    }

    @Test
    void aTotalThatIncludesMoneyNotOnRecordAddsOnlyWhatIsNew() {
        assertEquals(
                "1.5",
                stock(
                        ACME.bn(1.5).in("GB").change(Change.ADDS).on("2025-09-16"),
                        ACME.bn(2.5).in("GB").change(Change.TOTAL).on("2025-09-16"),
                        ACME.bn(2.5).in("GB").on("2025-09-16")));
    }

    @Test
    void thePlanToldAgainAsAnAdditionIsNoAddition() {
        assertEquals(
                "47.5",
                stock(
                        ACME.bn(380, "CNY").printed(53).on("2025-02-24"),
                        ACME.bn(53).change(Change.ADDS).on("2025-09-24")));
    }

    @Test
    void asMuchAgainOnTopOfTheOldIsAnAddition() {
        assertEquals(
                "20",
                stock(
                        ACME.bn(10).in("US").period("2025-2028").on("2025-02-24"),
                        ACME.bn(10)
                                .in("US")
                                .period("2025-2029")
                                .change(Change.ADDS)
                                .from(10)
                                .on("2025-09-24")));
    }

    // R13

    @Test
    void aPartCountsNothingWhileTheWholeLives() {
        Told whole = ACME.bn(500).in("US");
        Told tranche = ACME.bn(100).in("US").partOf(Told.usd(500));
        LedgerFold fold = Ledgers.of(
                tranche.on("2025-01-10"),
                whole.on("2025-01-21"),
                whole.change(Change.CANCELLED).on("2026-01-01"));
        assertEquals("100", Ledgers.stock(fold, Measure.COMMITMENT, "2025-01-15"));
        assertEquals("500", Ledgers.stock(fold, Measure.COMMITMENT, "2025-06-01"));
        assertEquals("100", Ledgers.stock(fold, Measure.COMMITMENT, "2026-01-01"));
        assertEquals(
                "official; part of " + Ledgers.commitment(fold, whole).id() + "; official", Ledgers.why(fold, tranche));
    }

    @Test
    void theLowEndOfAWholeIsNotItsTranche() {
        LedgerFold fold = Ledgers.of(
                ACME.amount(Told.billions(100, 500, 500, "USD", Qualifier.RANGE))
                        .in("US")
                        .on("2025-01-21"),
                ACME.bn(100).in("US").partOf(Told.usd(500)).on("2025-01-21"));
        assertEquals("100/500/500", Ledgers.stock(fold, Measure.COMMITMENT, END));
        assertEquals(2, fold.commitments().size());
    }

    @Test
    void aSiteInsideACountryPlanCountsItsUpperEndOnly() {
        Told plan = ACME.bn(80).in("US").period("2025-2028").on("2025-01-10");
        Told site = ACME.bn(5).in("US").at("us-oh").period("2026-2027");
        assertEquals("80/80/85", stock(plan, site.on("2025-06-01")));
        assertEquals("85", stock(plan, site.change(Change.ADDS).on("2025-06-01")));
        assertEquals("85", stock(plan, site.period("").on("2025-06-01")));
        assertEquals(
                "85",
                stock(
                        plan,
                        ACME.bn(5).in("FR").at("fr-paris").period("2026-2027").on("2025-06-01")));
    }

    // R14

    @Test
    void statusClimbsAndCountsByItsStep() {
        Told plan = ACME.bn(10).in("FR");
        LedgerFold fold = Ledgers.of(
                plan.status(Status.RUMOUR).on("2025-01-01"),
                plan.status(Status.REPORTED).on("2025-02-01"),
                plan.status(Status.LETTER_OF_INTENT).on("2025-03-01"),
                plan.status(Status.REPORTED).on("2025-03-15"),
                plan.status(Status.OFFICIAL).on("2025-04-01"),
                plan.status(Status.LETTER_OF_INTENT).on("2025-05-01"));
        assertEquals(
                "COMMITMENT LIVE: 2025-01-01 NEW 0/0/10, 2025-02-01 RESTATED 10, 2025-03-01 RESTATED 0/0/10, 2025-04-01 RESTATED 10",
                Ledgers.commitments(fold));
    }

    @Test
    void aDenialTakesARumourOut() {
        Told plan = ACME.bn(10).in("FR").status(Status.RUMOUR);
        LedgerFold fold = Ledgers.of(
                plan.on("2025-01-01"),
                plan.change(Change.DENIED).status(Status.OFFICIAL).on("2025-01-05"));
        assertEquals("0", Ledgers.stock(fold, Measure.COMMITMENT, END));
        assertEquals(CommitmentState.CANCELLED, fold.commitments().get(0).state());
    }

    /** That a plan is paused months later tells nothing of where it came from: it is no part of the larger one in the same state. */
    @Test
    void aPlanThatIsPausedLaterStandsForItself() {
        Told state = ACME.bn(10).in("US").at("us-ms");
        Told county = ACME.bn(3).in("US").at("us-ms");
        assertEquals(
                "13",
                stock(
                        state.on("2024-01-25"),
                        county.on("2025-11-20"),
                        county.change(Change.PAUSED).on("2026-03-31")));
    }

    @Test
    void anUnconfirmedWithdrawalMovesNothing() {
        Told plan = ACME.bn(10).in("FR");
        assertEquals(
                "10",
                stock(
                        plan.on("2025-01-01"),
                        plan.status(Status.RUMOUR).change(Change.CANCELLED).on("2025-02-01")));
    }

    // R16

    @Test
    void aLostDigitOnTheWordOfOneSourceIsDisputed() {
        Told plan = ACME.bn(53).in("CN");
        Told slip = ACME.bn(5.3).in("CN");
        LedgerFold fold = Ledgers.of(plan.on("2025-02-24"), plan.on("2025-02-24"), slip.on("2025-02-25"));
        assertEquals("53", Ledgers.stock(fold, Measure.COMMITMENT, END));
        assertEquals(CommitmentState.DISPUTED, Ledgers.commitment(fold, slip).state());
        assertTrue(Ledgers.why(fold, slip).startsWith("disputed: a slip of a factor 10"));
    }

    @Test
    void twoIndependentSourcesAreBelievedAndTwoCopiesAreNot() {
        Told plan = ACME.bn(530).in("CN").on("2025-02-24");
        Told other = ACME.bn(0.53).in("CN").on("2025-02-24");
        assertEquals("530.53", stock(plan, plan, plan, other.source("one.example"), other.source("two.example")));
        assertEquals("530", stock(plan, plan, plan, other.source("one.example"), other.source("one.example")));
        assertEquals(
                "530",
                stock(
                        plan,
                        plan,
                        plan,
                        other.source("one.example").bands("b1"),
                        other.source("two.example").bands("b1")));
    }

    @Test
    void guidanceThreeTimesAwayOnTheWordOfOneSourceIsDisputed() {
        Told guidance = ACME.guidance("CY2026");
        assertEquals(
                "145",
                stock(guidance.bn(145).on("2026-04-29"), guidance.bn(37.5).on("2026-05-10")));
        assertEquals(
                "145",
                stock(
                        guidance.bn(1450).on("2026-04-28"),
                        guidance.bn(145).on("2026-04-29"),
                        guidance.bn(145).on("2026-04-29")));
    }

    /** A text that prints the old value beside the new says nothing for the new: anyone can print what is known. */
    @Test
    void aRaiseFarBeyondThePlanWaitsForASecondSource() {
        Told guidance = ACME.guidance("CY2026");
        Told known = guidance.range(175, 185).on("2026-02-04");
        Told raise = guidance.bn(1200).change(Change.RAISED).from(185).on("2026-04-29");
        LedgerFold fold = Ledgers.of(known, raise);
        assertEquals("175/185/185", Ledgers.stock(fold, Measure.GUIDANCE, END));
        assertEquals(CommitmentState.DISPUTED, Ledgers.commitment(fold, raise).state());
        assertEquals("175/185/185", stock(known, raise.source("one.example"), raise.source("one.example")));
        assertEquals("1200", stock(known, raise.source("one.example"), raise.source("two.example")));
    }

    @Test
    void aRaiseFarBeyondThePlanIsDisputedThoughNoTextTellsTheOldValue() {
        Told plan = ACME.bn(100).in("US").period("2024-2028").on("2024-12-16");
        Told raise = ACME.bn(950).in("US").change(Change.RAISED).on("2025-06-16");
        LedgerFold fold = Ledgers.of(plan, raise);
        assertEquals("100", Ledgers.stock(fold, Measure.COMMITMENT, END));
        assertEquals(CommitmentState.DISPUTED, Ledgers.commitment(fold, raise).state());
        assertEquals("950", stock(plan, raise.source("one.example"), raise.source("two.example")));
    }

    @Test
    void whatTheFullerValueOfItsDayGoesBeforeIsDoubtedAllTheSame() {
        Told guidance = ACME.guidance("CY2026");
        Told known = guidance.range(125, 145).on("2026-04-29");
        Told other = guidance.bn(730).on("2026-04-29");
        LedgerFold fold = Ledgers.of(known, other);
        assertEquals("125/145/145", Ledgers.stock(fold, Measure.GUIDANCE, END));
        assertEquals(CommitmentState.DISPUTED, Ledgers.commitment(fold, other).state());
    }

    @Test
    void severalFarValuesOfOneSourceDoNotSpeakForEachOther() {
        Told guidance = ACME.guidance("CY2026");
        Told known = guidance.range(175, 185).on("2026-02-04");
        Told one = guidance.bn(1200).on("2026-04-29");
        Told two = guidance.bn(1100).on("2026-04-30");
        assertEquals("175/185/185", stock(known, one.source("one.example"), two.source("one.example")));
        assertEquals("1100", stock(known, one.source("one.example"), two.source("two.example")));
    }

    @Test
    void theSameNumberInAnotherCurrencyIsAMisprint() {
        assertEquals(
                "500",
                stock(
                        ACME.bn(500).in("US").on("2025-01-21"),
                        ACME.bn(500).in("US").on("2025-01-22"),
                        ACME.bn(500, "EUR").in("US").on("2025-01-25")));
    }

    @Test
    void anOldValueThatLostADigitIsASlip() {
        Told plan = ACME.bn(53).in("CN");
        assertEquals(
                "53",
                stock(
                        plan.on("2025-02-24"),
                        ACME.bn(5).in("CN").change(Change.ADDS).from(5.3).on("2025-09-24")));
    }

    @Test
    void anOldValueBeyondAllMoneyIsNoReasonToStop() {
        assertEquals(
                "5",
                stock(ACME.bn(5).in("CN").change(Change.RAISED).from(5_000_000).on("2025-09-24")));
    }
}
