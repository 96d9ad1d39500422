package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R17: an analyst's word outranks every rule, shows with author and reason, and can be taken back to the byte. */
class CorrectionsTest {
    private static final String END = "2030-12-31";
    private static final Told INDIA = Told.by("acme", "US").bn(3).in("IN").on("2025-01-07");
    private static final Told FRANCE = Told.by("acme", "US").bn(4).in("FR").on("2025-02-07");

    private static Target figure(Told told) {
        return new Target(told.figure(), null, null, null, null);
    }

    private static Target commitment(Told told) {
        return new Target(null, told.figure(), null, null, null);
    }

    private static Target article(String id, Told told) {
        return new Target(null, null, id, told.measure(), told.amount());
    }

    private static Correction correct(String id, Action action, Target target, String field, String value, String to) {
        return new Correction(
                id, action, "acme", target, field, value, to, "Ann", "because", Instant.ofEpochSecond(id.hashCode()));
    }

    private static LedgerFold fold(Correction... corrections) {
        return Ledgers.of(List.of(corrections), INDIA, FRANCE);
    }

    private static String stock(LedgerFold fold) {
        return Ledgers.stock(fold, Measure.COMMITMENT, END);
    }

    @Test
    void aRejectedCommitmentCountsNothingAndSaysWhoRejectedIt() {
        LedgerFold fold = fold(correct("c1", Action.REJECT, commitment(INDIA), null, null, null));
        assertEquals("4", stock(fold));
        assertEquals(CommitmentState.REJECTED, Ledgers.commitment(fold, INDIA).state());
        assertEquals(
                List.of(new AppliedCorrection("c1", Action.REJECT, "Ann", "because")),
                Ledgers.commitment(fold, INDIA).corrections());
    }

    @Test
    void aRejectedClaimLeavesWhatOtherArticlesState() {
        Correction reject = correct("c1", Action.REJECT, article("a0", INDIA), null, null, null);
        LedgerFold alone = Ledgers.of(List.of(reject), INDIA);
        assertEquals("0", stock(alone));
        assertEquals(CommitmentState.REJECTED, alone.commitments().get(0).state());
        LedgerFold stated = Ledgers.of(List.of(reject), INDIA, INDIA.on("2025-01-09"));
        assertEquals("COMMITMENT LIVE: 2025-01-09 NEW 3", Ledgers.commitments(stated));
    }

    @Test
    void aSetNumberHoldsAndBothIdsFindTheCommitment() {
        LedgerFold fold = fold(correct("c1", Action.SET, figure(INDIA), "amount", "3500000000", null));
        assertEquals("7.5", stock(fold));
        assertTrue(
                Ledgers.commitment(fold, INDIA).figures().contains(INDIA.bn(3.5).figure()));
    }

    @Test
    void aSetOfOneClaimMovesThatArticleAlone() {
        Correction set = correct("c1", Action.SET, article("a0", INDIA), "destination", "FR", null);
        LedgerFold fold = Ledgers.of(List.of(set), INDIA, INDIA, FRANCE);
        assertEquals("10", stock(fold));
    }

    @Test
    void aSetOfACommitmentHoldsForAllItsFigures() {
        LedgerFold fold = fold(correct("c1", Action.SET, commitment(INDIA), "measure", "PURCHASE", null));
        assertEquals("4", stock(fold));
        assertEquals("3", Ledgers.stock(fold, Measure.PURCHASE, END));
    }

    @Test
    void ofTwoThatSetOneFieldTheLaterHolds() {
        Correction first = new Correction(
                "z",
                Action.SET,
                "acme",
                figure(INDIA),
                "amount",
                "1000000000",
                null,
                "Ann",
                "x",
                Instant.ofEpochSecond(1));
        Correction later = new Correction(
                "a",
                Action.SET,
                "acme",
                figure(INDIA),
                "amount",
                "2000000000",
                null,
                "Bob",
                "y",
                Instant.ofEpochSecond(2));
        assertEquals("6", stock(fold(first, later)));
        assertEquals("6", stock(fold(later, first)));
    }

    @Test
    void aSetThatMakesNoSenseSaysWhyAndChangesNothing() {
        Correction wrong = correct("c1", Action.SET, figure(INDIA), "amount", "three", null);
        assertEquals("7", stock(fold(wrong)));
        assertTrue(SetField.problem(wrong).orElseThrow().startsWith("field 'amount' cannot be 'three'"));
        assertTrue(SetField.problem(correct("c2", Action.SET, figure(INDIA), "colour", "red", null))
                .isPresent());
    }

    @Test
    void mergedTheNewerValueHoldsAndEachIdFindsTheOne() {
        LedgerFold fold = fold(correct("c1", Action.MERGE, commitment(INDIA), null, null, FRANCE.figure()));
        assertEquals("4", stock(fold));
        assertEquals(1, fold.commitments().size());
        assertEquals(INDIA.figure(), fold.commitments().get(0).id());
        assertTrue(fold.commitments().get(0).figures().containsAll(List.of(INDIA.figure(), FRANCE.figure())));
    }

    @Test
    void splitAFigureStandsAlone() {
        Told rounded = INDIA.bn(3.05).on("2025-01-09");
        assertEquals("3", stock(Ledgers.of(INDIA, rounded)));
        Correction split = correct("c1", Action.SPLIT, figure(rounded), null, null, null);
        assertEquals("6.05", stock(Ledgers.of(List.of(split), INDIA, rounded)));
    }

    @Test
    void movedItEntersTheOtherPayersNumbers() {
        LedgerFold fold = fold(correct("c1", Action.MOVE, figure(INDIA), null, null, "globex"));
        assertEquals("7", stock(fold));
        assertEquals("globex", Ledgers.commitment(fold, INDIA).payer().id());
        assertEquals(
                List.of("acme", "acme", "globex", "globex"),
                fold.postings().stream().map(p -> p.payer()).sorted().toList());
    }

    @Test
    void revokedItIsAsBeforeAndARevokedRevocationHoldsNoMore() {
        Correction reject = correct("c1", Action.REJECT, commitment(INDIA), null, null, null);
        Correction revoke = correct("c2", Action.REVOKE, null, null, null, "c1");
        Correction revokeThat = correct("c3", Action.REVOKE, null, null, null, "c2");
        assertEquals(Json.string(fold()), Json.string(fold(reject, revoke)));
        assertEquals(Json.string(fold(reject)), Json.string(fold(reject, revoke, revokeThat)));
    }

    @Test
    void anAnalystsReadingIsNotDoubted() {
        Told slip = Told.by("acme", "US").bn(0.53).in("CN").on("2025-02-25");
        Told plan = Told.by("acme", "US").bn(530).in("CN").on("2025-02-24");
        Correction confirm = correct("c1", Action.SET, figure(slip), "status", "OFFICIAL", null);
        assertEquals("530", stock(Ledgers.of(plan, plan, slip)));
        assertEquals("530.53", stock(Ledgers.of(List.of(confirm), plan, plan, slip)));
    }
}
