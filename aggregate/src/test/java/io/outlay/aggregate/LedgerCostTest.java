package io.outlay.aggregate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.EffectivePayer;
import io.outlay.aggregate.ledger.FigureSummary;
import io.outlay.aggregate.ledger.Ledger;
import io.outlay.aggregate.ledger.Resolution;
import io.outlay.aggregate.ledger.ResolutionMemo;
import io.outlay.aggregate.rolling.MapRows;
import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.Figures;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What one more article costs in processor time, by articles and figures of its payer, printed with {@code -Doutlay.cost=true}: its rows,
 * the pure resolution within the call, the whole call, and the resolution of all its figures from nothing. It asserts nothing on time; {@link CostOfOneArticleTest} counts rows.
 */
class LedgerCostTest {
    private static final Payer PAYER = Claims.payer("meta", "US");
    private static final int CALLS = 1_000;
    /** As many as the text of an article has. */
    private static final int BANDS = 21;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    @Test
    void printed() {
        assumeTrue(
                Boolean.getBoolean("outlay.cost"),
                "LedgerCostTest was not run: it prints the cost of an article with -Doutlay.cost=true");
        new Sized(500, 1_000).measure(); // warms up
        System.out.println("figures  articles  commitments  rows ms  resolve ms  whole call ms  from nothing ms");
        for (int[] size : new int[][] {{10, 10}, {500, 10}, {500, 1_000}, {500, 100_000}, {2_500, 10_000}}) {
            System.out.println(new Sized(size[0], size[1]).measure());
        }
    }

    private static final class Sized {
        private final int articles;
        private final MapRows published = new MapRows();
        private final PayerRows rows = new PayerRows(new MapRows(), new MapRows(), new MapRows());
        private final DirtyPayers dirty = new DirtyPayers(published);
        private final PayerResolver resolver = new PayerResolver(
                rows, dirty, new PublishedRows(published), new CorrectionRows(new MapRows()), RateTable.shipped());
        private final EvidenceMemory memory = new EvidenceMemory();
        private final List<Claim> claims = new ArrayList<>();
        private int told;

        Sized(int figures, int articles) {
            this.articles = articles;
            Random random = new Random(7);
            for (int i = 0; i < figures; i++) {
                claims.add(claim(random));
            }
            for (int i = 0; i < articles; i++) {
                tell(Math.max(1, figures / articles));
            }
            resolver.resolve(PAYER.id());
        }

        /** Plans of all sizes for ten countries and several years, many of them near each other, some changed in words. */
        private static Claim claim(Random random) {
            Measure[] measures = {
                Measure.COMMITMENT, Measure.COMMITMENT, Measure.GUIDANCE, Measure.PURCHASE, Measure.EQUITY
            };
            Measure measure = measures[random.nextInt(measures.length)];
            Change[] changes = {Change.NEW, Change.NEW, Change.NEW, Change.RAISED, Change.ADDS};
            LocalDate day = LocalDate.parse("2024-01-01").plusDays(random.nextInt(700));
            String[] countries = {null, "US", "FR", "DE", "GB", "IN", "JP", "SE", "SA", "BR", "AU"};
            Claim plain = Claims.claim(
                    PAYER,
                    measure,
                    day.toString(),
                    measure == Measure.GUIDANCE
                            ? "CY" + (2015 + random.nextInt(20))
                            : "2024-" + (2026 + random.nextInt(5)),
                    1 + random.nextInt(80),
                    "USD",
                    changes[random.nextInt(changes.length)]);
            return to(countries[random.nextInt(countries.length)], plain);
        }

        private static Claim to(@Nullable String country, Claim c) {
            return new Claim(
                    c.payer(),
                    c.measure(),
                    c.amount(),
                    null,
                    c.period(),
                    country,
                    null,
                    null,
                    c.status(),
                    c.change(),
                    null,
                    null,
                    c.announcedOn(),
                    c.confidence(),
                    Figures.id(c.payer().id(), c.measure(), c.period(), country, null, null, c.amount()),
                    c.evidence());
        }

        /** An article that has not been, by {@code many} claims. */
        private Set<String> tell(int many) {
            String article = "a" + told;
            Claim[] tells = new Claim[many];
            for (int i = 0; i < many; i++) {
                tells[i] = claims.get((told * many + i) % claims.size());
            }
            List<String> bands = new ArrayList<>();
            for (int i = 0; i < BANDS; i++) {
                bands.add(Integer.toHexString(Objects.hash(told, i)));
            }
            told++;
            Set<String> touched = new TreeSet<>();
            for (var effective : EffectivePayer.of(Claims.set(article, bands, tells), List.of())) {
                touched.addAll(rows.take(effective.key(), effective));
            }
            dirty.mark(PAYER.id(), touched);
            return touched;
        }

        String measure() {
            long ofRows = 0;
            long ofCalls = 0;
            for (int i = 0; i < CALLS; i++) {
                long start = THREAD.getCurrentThreadCpuTime();
                tell(1);
                long told = THREAD.getCurrentThreadCpuTime();
                assertFalse(resolver.resolve(PAYER.id()).commitments().isEmpty(), "its commitment at least");
                ofRows += told - start;
                ofCalls += THREAD.getCurrentThreadCpuTime() - told;
            }
            Map<String, FigureSummary> summaries = rows.figures(PAYER.id());
            ResolutionMemo memo = new ResolutionMemo();
            int commitments = resolved(summaries, memo).commitments().size();
            long ofRules = 0;
            for (int i = 0; i < CALLS; i++) {
                for (String figure : tell(1)) {
                    summaries.put(figure, Objects.requireNonNull(rows.figure(PAYER.id(), figure)));
                }
                long start = THREAD.getCurrentThreadCpuTime();
                resolved(summaries, memo);
                ofRules += THREAD.getCurrentThreadCpuTime() - start;
            }
            long ofAll = 0;
            for (int i = 0; i < CALLS / 10; i++) {
                long start = THREAD.getCurrentThreadCpuTime();
                resolved(summaries, new ResolutionMemo());
                ofAll += THREAD.getCurrentThreadCpuTime() - start;
            }
            return String.format(
                    Locale.ROOT,
                    "%7d  %8d  %11d  %7.3f  %10.3f  %13.3f  %15.3f",
                    summaries.size(),
                    articles,
                    commitments,
                    ofRows / 1e6 / CALLS,
                    ofRules / 1e6 / CALLS,
                    ofCalls / 1e6 / CALLS,
                    ofAll / 1e6 / (CALLS / 10));
        }

        private Resolution resolved(Map<String, FigureSummary> summaries, ResolutionMemo memo) {
            return Ledger.resolveFigures(
                    PAYER,
                    summaries.values(),
                    List.of(),
                    RateTable.shipped(),
                    memory.book(PAYER.id(), Set.of(), rows),
                    memo);
        }
    }
}
