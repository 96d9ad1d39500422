package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Json;
import io.outlay.contracts.Payer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is remembered of the last resolution never shows: one article after another comes to the same as all of them at once. */
class ResolutionMemoTest {

    /** Wild claims, each told again and again, some retracted in between. */
    @Property(tries = 40)
    void oneByOneIsAsFromNothing(@ForAll long seed) {
        Random r = new Random(seed);
        List<ClaimSet> wild = LedgerLawsTest.random(seed).stream()
                .filter(set -> set.payer().id().equals("p2"))
                .toList();
        OnePayer payer = new OnePayer("p2");
        List<ClaimSet> told = new ArrayList<>();
        for (int i = 0; i < 60 && !wild.isEmpty(); i++) {
            if (!told.isEmpty() && r.nextInt(6) == 0) {
                payer.retract(told.remove(r.nextInt(told.size())));
            } else {
                ClaimSet again = copy(wild.get(r.nextInt(wild.size())), "n" + i, "site" + r.nextInt(9) + ".example");
                told.add(again);
                payer.tell(again);
            }
            assertEquals(payer.resolved(new ResolutionMemo()), payer.resolved(payer.memo));
        }
    }

    /** That the number of articles alone is patched must not become a second way of resolving: here a decision weighs it. */
    @Test
    void aVoteThatTurnsIsSeen() {
        Told plan = Told.by("meta", "US").bn(50).on("2025-03-01");
        OnePayer payer = new OnePayer("meta");
        payer.tell(plan.period("2025-2028").article("a1"));
        payer.tell(plan.period("2025-2029").article("a2"));
        payer.tell(plan.period("2025-2029").article("a3"));
        assertTrue(payer.resolved(payer.memo).contains("\"key\":\"2025-2029\""), "two of three");
        payer.tell(plan.period("2025-2028").article("a4"));
        payer.tell(plan.period("2025-2028").article("a5"));
        String now = payer.resolved(payer.memo);
        assertEquals(payer.resolved(new ResolutionMemo()), now);
        assertTrue(now.contains("\"key\":\"2025-2028\"") && !now.contains("\"key\":\"2025-2029\""), now);
    }

    /** The same words from another article and site. */
    private static ClaimSet copy(ClaimSet s, String article, String site) {
        return new ClaimSet(
                s.payer(),
                article,
                "https://" + site + "/" + article,
                s.title(),
                site,
                s.publishedAt(),
                s.bands(),
                s.rulesVersion(),
                s.claims());
    }

    /** As the service holds a payer: a figure of which no row changed stays the same object. */
    private static final class OnePayer {
        final ResolutionMemo memo = new ResolutionMemo();
        private final Payer facts;
        private final Map<String, Integer> articles = new TreeMap<>();
        private final Map<String, Sighting> sightings = new TreeMap<>();
        private final Map<String, EvidenceRow> evidence = new TreeMap<>();
        private final Map<String, FigureSummary> figures = new TreeMap<>();

        OnePayer(String id) {
            this.facts = PayerFacts.of(id, Map.of());
        }

        void tell(ClaimSet set) {
            count(set, 1);
        }

        void retract(ClaimSet set) {
            count(set, -1);
        }

        private void count(ClaimSet set, int sign) {
            Set<String> touched = new HashSet<>();
            for (EffectiveClaimSet effective : EffectivePayer.of(set, List.of())) {
                for (Sighting sighting : effective.sightings()) {
                    sightings.put(sighting.key(), sighting);
                    articles.merge(sighting.key(), sign, Integer::sum);
                    touched.add(sighting.figure().id());
                }
                for (EvidenceRow row : effective.evidence()) {
                    if (sign > 0) {
                        evidence.put(row.key(), row);
                    } else {
                        evidence.remove(row.key());
                    }
                }
            }
            for (String figure : touched) {
                List<SightingRow> rows = articles.entrySet().stream()
                        .filter(e -> e.getValue() > 0 && figureOf(e.getKey()).equals(figure))
                        .map(e -> new SightingRow(sightings.get(e.getKey()), e.getValue()))
                        .toList();
                if (rows.isEmpty()) {
                    figures.remove(figure);
                } else {
                    figures.put(figure, FigureSummary.of(rows));
                }
            }
        }

        private String figureOf(String key) {
            return sightings.get(key).figure().id();
        }

        String resolved(ResolutionMemo by) {
            EvidenceBook book = new MemoryBook(evidence.values());
            Resolution resolution = Ledger.resolveFigures(facts, figures.values(), List.of(), Ledgers.RATES, book, by);
            return Json.string(resolution.commitments().stream()
                            .map(draft -> draft.with(book))
                            .sorted((a, b) -> a.id().compareTo(b.id()))
                            .toList())
                    + Json.string(resolution.commitments())
                    + Json.string(resolution.postings());
        }
    }
}
