package io.outlay.aggregate;

import static io.outlay.aggregate.Claims.guidance;
import static io.outlay.aggregate.Claims.payer;
import static io.outlay.aggregate.Claims.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Posting;
import io.outlay.contracts.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rates may come before, between and after the claims that need them. The invented currency is in no table. */
class RatesTest {
    private static final Payer META = payer("meta", "US");
    private static final ClaimSet CLAIMS = set("a1", guidance(META, "2025-01-24", 2025, 60, "XQQ"));
    private static final ClaimSet DOLLARS = set("a2", guidance(META, "2025-01-27", 2026, 5, "USD"));
    private static final FxRate MEAN = new FxRate("XQQ", "2025-01", "4", "test");
    private static final FxRate DAILY = new FxRate("XQQ", "2025-01-23", "3", "test");

    private final List<AggregateDriver> drivers = new ArrayList<>();

    @AfterEach
    void close() {
        drivers.forEach(AggregateDriver::close);
    }

    @Test
    void withoutARateAnAmountIsPublishedAndInNoTotal() {
        AggregateDriver driver = driver();
        driver.claims(CLAIMS);
        Posting posting = driver.postings().get(0);
        assertNull(posting.headlineUsd());
        assertEquals(60_000_000_000L, posting.headline());
        assertEquals(
                0, driver.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|all").headlineUsd());
    }

    @Test
    void aRateConvertsWhatIsThereAndABetterOneReplacesIt() {
        AggregateDriver driver = driver();
        driver.claims(CLAIMS);
        driver.rate(MEAN);
        assertEquals(15_000_000_000L, driver.postings().get(0).headlineUsd());
        driver.rate(DAILY);
        assertEquals(20_000_000_000L, driver.postings().get(0).headlineUsd());
        assertEquals(
                20_000_000_000L,
                driver.value(Topics.SPEND_BY_COMPANY, "meta|GUIDANCE|all").headlineUsd());
        driver.bytes(Topics.FX_RATES, DAILY.key(), null);
        assertEquals(15_000_000_000L, driver.postings().get(0).headlineUsd());
    }

    @Test
    void aRateOfAnotherCurrencyOrTheSameAgainWritesNothing() {
        AggregateDriver driver = driver();
        driver.claims(CLAIMS);
        driver.rate(MEAN);
        driver.written();
        driver.rate(MEAN);
        driver.rate(new FxRate("EUR", "2025-01-24", "0.5", "test"));
        assertEquals(List.of(), driver.written());
    }

    @Test
    void beforeBetweenAndAfterGiveTheSameBytes() {
        AggregateDriver before = driver();
        before.rate(MEAN);
        before.rate(DAILY);
        before.claims(CLAIMS);
        before.claims(DOLLARS);
        AggregateDriver between = driver();
        between.claims(CLAIMS);
        between.rate(DAILY);
        between.claims(DOLLARS);
        between.rate(MEAN);
        AggregateDriver after = driver();
        after.claims(DOLLARS);
        after.claims(CLAIMS);
        after.rate(MEAN);
        after.rate(DAILY);
        Map<String, String> expected = before.atRest();
        assertEquals(expected, between.atRest());
        assertEquals(expected, after.atRest());
    }

    private AggregateDriver driver() {
        AggregateDriver driver = new AggregateDriver("2025-02-01");
        drivers.add(driver);
        return driver;
    }
}
