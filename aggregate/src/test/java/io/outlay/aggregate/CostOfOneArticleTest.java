package io.outlay.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.EffectivePayer;
import io.outlay.aggregate.rolling.MapRows;
import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one more article costs step 2, in rows read and written: it depends on the figure that it states, not on the payer's size.
 * Exact, for a row more is a record more in a changelog: change the figures only with a reason. */
class CostOfOneArticleTest {
    private static final String COST = "79 reads, 9 writes";

    @Test
    void oneMoreArticleCostsTheSameWithTenTimesTheFiguresAndArticles() {
        Payers few = new Payers();
        few.tell(10, 100);
        Payers many = new Payers();
        many.tell(100, 100);
        assertEquals(COST, few.costOfOneMore());
        assertEquals(COST, many.costOfOneMore());
    }

    @Test
    void oneMoreArticleCostsNoMoreWhenItsFigureHasManyArticles() {
        Payers few = new Payers();
        few.tell(10, 100);
        Payers many = new Payers();
        many.tell(10, 400);
        assertEquals(COST, few.costOfOneMore());
        assertEquals(COST, many.costOfOneMore());
    }

    /** Rows in maps, which count. */
    private static final class Payers {
        private static final Payer META = Claims.payer("meta", "US");

        private final MapRows figures = new MapRows();
        private final MapRows evidence = new MapRows();
        private final MapRows articles = new MapRows();
        private final MapRows publishedRows = new MapRows();
        private final MapRows correctionRows = new MapRows();
        private final PayerRows payers = new PayerRows(figures, evidence, articles);
        private final DirtyPayers dirty = new DirtyPayers(publishedRows);
        private final PayerResolver resolver = new PayerResolver(
                payers,
                dirty,
                new PublishedRows(publishedRows),
                new CorrectionRows(correctionRows),
                RateTable.shipped());

        /** So many figures, a year each, so many articles each, on the same two days. */
        void tell(int howManyFigures, int articlesEach) {
            for (int article = 0; article < articlesEach; article++) {
                for (int figure = 0; figure < howManyFigures; figure++) {
                    take(1000 + figure, "a-" + figure + "-" + article, article % 2);
                }
            }
            resolver.resolve("meta");
        }

        private void take(int year, String article, int day) {
            var set = Claims.set(
                    article,
                    Claims.claim(
                            META,
                            Measure.GUIDANCE,
                            LocalDate.parse("2025-01-24").plusDays(day).toString(),
                            "CY" + year,
                            50,
                            "USD",
                            Change.NEW));
            for (var effective : EffectivePayer.of(set, List.of())) {
                Set<String> touched = payers.take(effective.key(), effective);
                dirty.mark("meta", touched);
            }
        }

        String costOfOneMore() {
            List<MapRows> all = List.of(figures, evidence, articles, publishedRows, correctionRows);
            int reads = all.stream().mapToInt(rows -> rows.reads).sum();
            int writes = all.stream().mapToInt(rows -> rows.writes).sum();
            take(1003, "z-one-more", 1);
            PayerResolver.Changes changes = resolver.resolve("meta");
            assertEquals(1, changes.commitments().size(), "its commitment alone");
            assertTrue(changes.postings().isEmpty(), "and no money");
            return all.stream().mapToInt(rows -> rows.reads).sum() - reads + " reads, "
                    + (all.stream().mapToInt(rows -> rows.writes).sum() - writes) + " writes";
        }
    }
}
