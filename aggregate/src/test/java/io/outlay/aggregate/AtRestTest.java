package io.outlay.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.contracts.Change;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.Countries;
import io.outlay.contracts.FxRate;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Law L1: what the topics hold at rest is a function of the set of claims, corrections and rates, and of the day. It is what the fold over
 * that set prints, to the byte, whatever the order, the duplicates, and the versions of articles on the way.
 */
class AtRestTest {
    private static final String TODAY = "2025-12-01";

    @Property(tries = 5)
    void anyOrderAndAnyDuplicatesGiveTheBytesOfTheFold(@ForAll long seed) {
        Random random = new Random(seed);
        List<ClaimSet> claims = claims(random, 60);
        List<FxRate> rates = List.of(
                new FxRate("XQQ", "2025-03", "4", "test"),
                new FxRate("XQQ", "2025-05-20", "3", "test"),
                new FxRate("EUR", "2025-06-02", "0.8", "test"));
        List<Correction> corrections = corrections(claims);
        LedgerFold fold = LedgerFold.ofClaims(claims, corrections, RateTable.with(rates));
        TreeSet<String> expected = new TreeSet<>(fold.lines(LocalDate.parse(TODAY), Countries.standard()::nameOf));

        try (AggregateDriver driver = new AggregateDriver("2025-11-20")) {
            List<Runnable> records = new ArrayList<>();
            for (int copy = 0; copy < 2; copy++) {
                claims.forEach(set -> records.add(() -> driver.claims(set)));
                rates.forEach(rate -> records.add(() -> driver.rate(rate)));
                corrections.forEach(correction -> records.add(() -> driver.correction(correction)));
            }
            Collections.shuffle(records, random);
            for (ClaimSet earlier : claims(random, 20)) {
                records.add(
                        0,
                        () -> driver.claims(earlier)); // an earlier version, of some an article that is gone by the end
                String key = earlier.key();
                if (claims.stream().noneMatch(set -> set.key().equals(key))) {
                    records.add(random.nextInt(20, records.size()), () -> driver.retract(earlier));
                }
            }
            for (int i = 0; i < records.size(); i++) {
                records.get(i).run();
                if (i == records.size() / 2) {
                    driver.restartOn("2025-11-28");
                }
            }
            driver.day(TODAY);
            driver.tick(2);
            assertEquals(lines(expected), lines(new TreeSet<>(driver.atRest().values())));
        }
    }

    private static String lines(Collection<String> values) {
        return String.join("\n", values);
    }

    /** Each article once for a payer; figures that agree, nearly agree and differ; raises and cuts. */
    private static List<ClaimSet> claims(Random random, int count) {
        Map<String, ClaimSet> sets = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int number = random.nextInt(5);
            Payer payer = Claims.payer(
                    "payer" + number, number == 0 ? "*" : number == 1 && random.nextBoolean() ? "FR" : "US");
            LocalDate day = LocalDate.parse("2025-02-01").plusDays(random.nextInt(290));
            ClaimSet set = Claims.set(
                    "news-" + random.nextInt(count * 2),
                    Claims.claim(
                            payer,
                            oneOf(random, Measure.GUIDANCE, Measure.COMMITMENT, Measure.PUBLIC, Measure.MEMO),
                            day.toString(),
                            oneOf(random, "CY2025", "CY2026", "2025-2028"),
                            60 + random.nextInt(4),
                            oneOf(random, "USD", "USD", "EUR", "XQQ"),
                            oneOf(random, Change.NEW, Change.NEW, Change.RAISED, Change.CUT, Change.CANCELLED)));
            sets.put(set.key(), set);
        }
        return List.copyOf(sets.values());
    }

    private static List<Correction> corrections(List<ClaimSet> claims) {
        List<Correction> corrections = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ClaimSet set = claims.get(i);
            corrections.add(new Correction(
                    "c" + i,
                    i % 2 == 0 ? Action.MOVE : Action.REJECT,
                    set.payer().id(),
                    new Target(null, null, set.articleId(), null, null),
                    null,
                    null,
                    i % 2 == 0 ? "payer4" : null,
                    "an analyst",
                    "read it again",
                    null));
        }
        corrections.add(
                new Correction("c9", Action.REVOKE, null, null, null, null, "c0", "an analyst", "it was right", null));
        return corrections;
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
