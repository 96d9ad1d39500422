package io.outlay.aggregate;

import static io.outlay.aggregate.Claims.guidance;
import static io.outlay.aggregate.Claims.payer;
import static io.outlay.aggregate.Claims.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Topics;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final Payer META = payer("meta", "US");
    private static final ClaimSet FIRST = set("a1", guidance(META, "2025-01-24", 2025, 65, "USD"));
    private static final ClaimSet SECOND = set("a2", guidance(META, "2025-01-27", 2026, 80, "USD"));
    private static final Correction MOVE_SECOND = correction("c1", Action.MOVE, "meta", article("a2"), "oracle");

    private final AggregateDriver driver = new AggregateDriver("2025-02-01");

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aMovedClaimEntersTheNumbersOfTheOtherPayer() {
        driver.claims(FIRST);
        driver.claims(SECOND);
        driver.correction(MOVE_SECOND);
        assertEquals(65_000_000_000L, stock("meta"));
        assertEquals(80_000_000_000L, stock("oracle"));
        driver.retract(SECOND);
        assertFalse(driver.atRest(Topics.SPEND_BY_COMPANY).containsKey("oracle|GUIDANCE|all"));
    }

    @Test
    void aCorrectionThatComesFirstGivesTheSameBytes() {
        driver.claims(FIRST);
        driver.claims(SECOND);
        driver.correction(MOVE_SECOND);
        try (AggregateDriver other = new AggregateDriver("2025-02-01")) {
            other.correction(MOVE_SECOND);
            other.claims(SECOND);
            other.claims(FIRST);
            assertEquals(driver.atRest(), other.atRest());
        }
    }

    @Test
    void aRevokedCorrectionLeavesNoTrace() {
        driver.claims(FIRST);
        driver.claims(SECOND);
        Map<String, String> before = driver.atRest();
        driver.correction(MOVE_SECOND);
        assertNotEquals(before, driver.atRest());
        Correction revoke = correction("c2", Action.REVOKE, null, null, "c1");
        driver.correction(revoke);
        assertEquals(before, driver.atRest());
        driver.bytes(Topics.CORRECTIONS, revoke.id(), null);
        assertEquals(80_000_000_000L, stock("oracle"));
        driver.bytes(Topics.CORRECTIONS, MOVE_SECOND.id(), null);
        assertEquals(before, driver.atRest());
    }

    @Test
    void aRevocationThatComesFirstHoldsToo() {
        driver.claims(FIRST);
        driver.claims(SECOND);
        Map<String, String> before = driver.atRest();
        driver.correction(correction("c2", Action.REVOKE, null, null, "c1"));
        driver.correction(MOVE_SECOND);
        assertEquals(before, driver.atRest());
    }

    /** A figure that many articles state is moved step by step; nobody waits for it. */
    @Test
    void aCorrectionOfManyClaimsIsMadeInBoundedSteps() {
        int articles = 2 * CorrectClaims.STEP + 10;
        for (int i = 0; i < articles; i++) {
            driver.claims(set("a" + i, guidance(META, "2025-01-24", 2025, 65, "USD")));
        }
        String figure = driver.atRest(Topics.COMMITMENTS).keySet().iterator().next();
        Correction move = correction("c1", Action.MOVE, "meta", new Target(figure, null, null, null, null), "oracle");
        driver.correction(move);
        assertTrue(driver.atRest(Topics.SPEND_BY_COMPANY).containsKey("meta|GUIDANCE|all"), "some are still Meta's");
        assertTrue(driver.rows(Store.CORRECTIONS).containsKey("sweep|meta"));
        driver.tick(3);
        assertFalse(driver.atRest(Topics.SPEND_BY_COMPANY).containsKey("meta|GUIDANCE|all"));
        assertEquals(65_000_000_000L, stock("oracle"));
        assertFalse(driver.rows(Store.CORRECTIONS).containsKey("sweep|meta"));
    }

    @Test
    void aSweepGoesOnAfterARestart() {
        for (int i = 0; i < CorrectClaims.STEP + 10; i++) {
            driver.claims(set("a" + i, guidance(META, "2025-01-24", 2025, 65, "USD")));
        }
        String figure = driver.atRest(Topics.COMMITMENTS).keySet().iterator().next();
        driver.correction(correction("c1", Action.MOVE, "meta", new Target(figure, null, null, null, null), "oracle"));
        driver.restartOn("2025-02-01");
        driver.tick(2);
        assertFalse(driver.atRest(Topics.SPEND_BY_COMPANY).containsKey("meta|GUIDANCE|all"));
    }

    private long stock(String payer) {
        return driver.value(Topics.SPEND_BY_COMPANY, payer + "|GUIDANCE|all").headlineUsd();
    }

    private static Target article(String id) {
        return new Target(null, null, id, null, null);
    }

    private static Correction correction(
            String id, Action action, @Nullable String payer, @Nullable Target target, @Nullable String to) {
        return new Correction(
                id, action, payer, target, null, null, to, "an analyst", "the text names the wrong firm", null);
    }
}
