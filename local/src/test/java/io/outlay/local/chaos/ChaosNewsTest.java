package io.outlay.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.LedgerFold;
import io.outlay.contracts.Article;
import io.outlay.contracts.Countries;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.RollingTotal;
import io.outlay.enrich.text.Tagger;
import io.outlay.local.chaos.ExpectedTotals.Total;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The news of a chaos run is right before anything is hurt: read and summed in one piece it gives the totals that it promises. */
class ChaosNewsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void allRoundsTogetherGiveThePromisedTotals() {
        ChaosNews news = new ChaosNews(7, TODAY);
        Map<String, RawArticle> newest = new TreeMap<>();
        List<Step> steps = new ArrayList<>();
        Set<String> standing = new HashSet<>();
        for (int round = 0; round < ChaosNews.ROUNDS; round++) {
            ChaosNews.Round told = news.round(round);
            for (RawArticle raw : told.records()) {
                newest.merge(raw.id(), raw, (a, b) -> a.fetchedAt().isAfter(b.fetchedAt()) ? a : b);
            }
            steps.addAll(told.steps());
            standing.addAll(told.articles());
        }
        List<Article> articles = newest.values().stream()
                .filter(raw -> !raw.retracted())
                .map(RawArticle::article)
                .toList();
        assertEquals(standing, new HashSet<>(articles.stream().map(Article::id).toList()));

        var tagger = Tagger.standard();
        List<EnrichedArticle> enriched = articles.stream().map(tagger).toList();
        LedgerFold ledger = LedgerFold.of(enriched, List.of(), new RateTable((currency, day) -> null));
        Map<String, Total> found = new TreeMap<>();
        for (RollingTotal total : ledger.asOf(TODAY).totals(TODAY, Countries.standard()::nameOf)) {
            found.put(total.key(), Total.of(total));
        }
        Map<String, Total> promised = ExpectedTotals.of(steps, TODAY);
        assertEquals(lines(promised), lines(found));
    }

    @Test
    void theSameSeedTellsTheSame() {
        assertEquals(new ChaosNews(3, TODAY).round(5), new ChaosNews(3, TODAY).round(5));
    }

    private static String lines(Map<String, Total> totals) {
        StringBuilder lines = new StringBuilder();
        totals.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> lines.append(entry).append('\n'));
        return lines.toString();
    }
}
