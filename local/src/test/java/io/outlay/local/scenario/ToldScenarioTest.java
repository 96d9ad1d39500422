package io.outlay.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.enrich.text.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A scenario told as articles by {@link Teller}, tagged and resolved by the pure code: stocks and net changes must be those of the
 * reference. Our own scenario always, with few seeds; a folder's by {@code -Doutlay.scenario=DIR}, with more. {@code -Doutlay.seeds=N}
 * sets how many, {@code -Doutlay.first-seed=N} where they begin.
 */
class ToldScenarioTest {
    private static final int SEEDS = 2;
    private static final int SEEDS_OF_FOLDER = 100;

    private final Tagger tagger = Tagger.standard();
    private final Map<String, EnrichedArticle> tagged = new HashMap<>();

    @Test
    void ourOwn() throws IOException {
        assertTold(ScenarioFiles.ours(), Integer.getInteger("outlay.seeds", SEEDS));
    }

    @Test
    void thatOfAFolder() throws IOException {
        String folder = System.getProperty("outlay.scenario");
        assumeTrue(folder != null, "ToldScenarioTest was not run: give the scenario's folder as -Doutlay.scenario=DIR");
        assertTold(ScenarioFiles.of(Path.of(folder)), Integer.getInteger("outlay.seeds", SEEDS_OF_FOLDER));
    }

    private void assertTold(ScenarioFiles scenario, int seeds) {
        Stocks stocks = scenario.stocks();
        RateTable rates = RateTable.with(TestRates.everyMonth(scenario.dollars()));
        Map<String, Integer> differences = new TreeMap<>();
        int first = Integer.getInteger("outlay.first-seed", 0);
        for (int seed = first; seed < first + seeds; seed++) {
            List<EnrichedArticle> articles = new ArrayList<>();
            for (Teller.Told told : new Teller(scenario.rows(), new Random(seed)).tell()) {
                articles.add(
                        tagged.computeIfAbsent(seed + " " + told.article().id(), id -> tagger.tag(told.article())));
            }
            tagged.clear();
            LedgerFold fold = LedgerFold.of(articles, List.of(), rates);
            stocks.differences(fold.postings()).forEach(line -> differences.merge(line, 1, Integer::sum));
        }
        List<String> lines = new ArrayList<>();
        differences.forEach((line, times) -> lines.add(line + " (" + times + " of " + seeds + " seeds)"));
        assertEquals("", String.join("\n", lines));
    }
}
