package io.outlay.aggregate;

import static io.outlay.aggregate.Claims.guidance;
import static io.outlay.aggregate.Claims.payer;
import static io.outlay.aggregate.Claims.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Payer;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregateTopologyTest {
    private static final Payer META = payer("meta", "US");

    private final AggregateDriver driver = new AggregateDriver("2025-02-01");

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void claimsBecomeACommitmentAPostingAndTotals() {
        driver.claims(set("a1", guidance(META, "2025-01-24", 2025, 65, "USD")));
        RollingTotal month = driver.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|30d");
        assertEquals(65_000_000_000L, month.headlineUsd());
        assertEquals("Meta", month.name());
    }
}
