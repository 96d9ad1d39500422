package io.outlay.aggregate;

import io.outlay.aggregate.ledger.EffectiveClaimSet;
import io.outlay.aggregate.ledger.EvidenceBook;
import io.outlay.aggregate.ledger.EvidenceRow;
import io.outlay.aggregate.ledger.FigureSummary;
import io.outlay.aggregate.ledger.PayerFacts;
import io.outlay.aggregate.ledger.Sighting;
import io.outlay.aggregate.ledger.SightingRow;
import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.Amount;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Json;
import io.outlay.contracts.Payer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Step 2, by effective payer: the rows that claims leave behind. A sighting is counted, not listed, so that resolution reads as many rows
 * as there are different ways of stating the figures, whatever the number of articles; each article keeps the keys of its rows, so that it
 * takes exactly those back.
 */
final class PayerRows {
    private static final String SIGHTING = "sighting|";
    private static final String FACTS = "facts|";
    private static final String FIGURE = "figure|";
    private static final String CURRENCY = "currency|";
    /** After every real day, before the mark of rows that have none. */
    private static final String AFTER_ALL_DAYS = "9999-99";

    private final Rows figures;
    private final JsonRows<SightingRow> sightings;
    private final JsonRows<Stated> facts;
    private final Rows evidence;
    private final JsonRows<Contribution> contributions;

    /**
     * @param figures {@code sighting|payer|figure|hash}, {@code facts|payer|hash}, {@code figure|id|payer}, {@code currency|code|payer}
     * @param evidence {@code payer|figure|day|article|stated payer}
     * @param articles {@code payer|stated payer|article}
     */
    PayerRows(Rows figures, Rows evidence, Rows articles) {
        this.figures = figures;
        this.sightings = new JsonRows<>(figures, SightingRow.class);
        this.facts = new JsonRows<>(figures, Stated.class);
        this.evidence = evidence;
        this.contributions = new JsonRows<>(articles, Contribution.class);
    }

    static PayerRows of(ProcessorContext<?, ?> context) {
        return new PayerRows(Store.FIGURES.rows(context), Store.EVIDENCE.rows(context), Store.ARTICLES.rows(context));
    }

    /** A way in which claim sets state the payer, and how many do. */
    record Stated(Payer payer, int claimSets) {}

    /** The rows that one article made. */
    record Contribution(@Nullable Payer facts, Set<String> sightings, Set<String> evidence) {
        static final Contribution NONE = new Contribution(null, Set.of(), Set.of());
    }

    /**
     * Puts what an article now claims in the place of what it claimed before.
     *
     * @param now null for nothing
     * @return the figures whose sightings or evidence changed
     */
    Set<String> take(String key, @Nullable EffectiveClaimSet now) {
        Contribution before = contributions.get(key);
        if (before == null) {
            before = Contribution.NONE;
        }
        Map<String, Sighting> sightingsNow = new TreeMap<>();
        Map<String, EvidenceRow> evidenceNow = new TreeMap<>();
        if (now != null) {
            now.sightings().forEach(sighting -> sightingsNow.put(sighting.key(), sighting));
            now.evidence().forEach(row -> evidenceNow.put(row.key(), row));
        }
        Set<String> touched = new TreeSet<>();
        Payer factsNow = now == null ? null : now.facts();
        countFacts(before.facts(), key, -1);
        countFacts(factsNow, key, 1);
        for (String gone : before.sightings()) {
            if (!sightingsNow.containsKey(gone)) {
                uncount(gone);
                touched.add(figureOf(gone));
            }
        }
        for (Map.Entry<String, Sighting> row : sightingsNow.entrySet()) {
            if (!before.sightings().contains(row.getKey())) {
                count(row.getKey(), row.getValue());
                touched.add(figureOf(row.getKey()));
            }
        }
        for (String gone : before.evidence()) {
            touched.add(figureOf(gone));
            if (!evidenceNow.containsKey(gone)) {
                evidence.delete(gone);
            }
        }
        evidenceNow.forEach((rowKey, row) -> {
            touched.add(row.figure());
            evidence.put(rowKey, row.text());
        });
        if (now == null) {
            contributions.delete(key);
        } else {
            contributions.put(
                    key,
                    new Contribution(
                            factsNow,
                            new LinkedHashSet<>(sightingsNow.keySet()),
                            new LinkedHashSet<>(evidenceNow.keySet())));
        }
        return touched;
    }

    private void count(String key, Sighting sighting) {
        SightingRow row = sightings.get(SIGHTING + key);
        sightings.put(SIGHTING + key, new SightingRow(sighting, row == null ? 1 : row.articles() + 1));
        if (row == null) {
            String payer = sighting.figure().payer();
            mark(FIGURE + sighting.figure().id() + "|" + payer);
            if (sighting.statedFigure() != null) {
                mark(FIGURE + sighting.statedFigure() + "|" + payer);
            }
            markCurrency(sighting.figure().amount(), payer);
            markCurrency(sighting.previous(), payer);
            markCurrency(sighting.partOf(), payer);
        }
    }

    private void uncount(String key) {
        SightingRow row = sightings.get(SIGHTING + key);
        if (row == null) {
            throw new IllegalStateException("an article has a sighting that is in no row: " + key);
        }
        if (row.articles() == 1) {
            sightings.delete(SIGHTING + key);
        } else {
            sightings.put(SIGHTING + key, new SightingRow(row.sighting(), row.articles() - 1));
        }
    }

    private void countFacts(@Nullable Payer stated, String articleKey, int change) {
        if (stated == null) {
            return;
        }
        String payer = articleKey.substring(0, articleKey.indexOf('|'));
        String key = FACTS + payer + "|" + Ids.hash(Json.string(stated));
        Stated row = facts.get(key);
        int count = (row == null ? 0 : row.claimSets()) + change;
        if (count == 0) {
            facts.delete(key);
        } else {
            facts.put(key, new Stated(stated, count));
        }
    }

    private void markCurrency(@Nullable Amount amount, String payer) {
        if (amount != null) {
            mark(CURRENCY + amount.currency() + "|" + payer);
        }
    }

    /** Marks stay when the last figure goes: there are few, and one too many costs a resolution that changes nothing. */
    private void mark(String key) {
        if (figures.get(key) == null) {
            figures.put(key, "");
        }
    }

    /** The payers that have, or had, a figure of that id. */
    List<String> payersOfFigure(String figure) {
        return marked(FIGURE + figure + "|");
    }

    /** The payers that have, or had, an amount in that currency. */
    List<String> payersOfCurrency(String currency) {
        return marked(CURRENCY + currency + "|");
    }

    private List<String> marked(String prefix) {
        return JsonRows.rowsOf(figures, prefix).stream()
                .map(row -> row.key().substring(prefix.length()))
                .toList();
    }

    /** Whether any article claims anything of the payer here. */
    boolean knows(String payer) {
        String prefix = SIGHTING + payer + "|";
        return figures.first(prefix, prefix + Rows.END) != null;
    }

    /** All of a payer's figures by id, from all of its sightings. */
    Map<String, FigureSummary> figures(String payer) {
        Map<String, List<SightingRow>> byFigure = new TreeMap<>();
        for (SightingRow row : sightings.all(SIGHTING + payer + "|")) {
            byFigure.computeIfAbsent(row.sighting().figure().id(), id -> new ArrayList<>())
                    .add(row);
        }
        Map<String, FigureSummary> figures = new TreeMap<>();
        byFigure.forEach((figure, rows) -> figures.put(figure, FigureSummary.of(rows)));
        return figures;
    }

    /** One figure from its sightings; null when there is none. */
    @Nullable
    FigureSummary figure(String payer, String figure) {
        List<SightingRow> rows = sightings.all(SIGHTING + payer + "|" + figure + "|");
        return rows.isEmpty() ? null : FigureSummary.of(rows);
    }

    Payer facts(String payer) {
        Map<Payer, Integer> stated = new HashMap<>();
        facts.all(FACTS + payer + "|").forEach(row -> stated.put(row.payer(), row.claimSets()));
        return PayerFacts.of(payer, stated);
    }

    /** The first rows of a figure's evidence: {@link EvidenceRow#key}, {@link EvidenceRow#text}. */
    List<Rows.Row> evidence(String payer, String figure, @Nullable LocalDate from, int most) {
        String prefix = EvidenceRow.prefix(payer, figure);
        return evidence.scan(from == null ? prefix : prefix + from, prefix + Rows.END, most);
    }

    /** See {@link EvidenceBook#newestDay}. */
    @Nullable
    LocalDate newestEvidence(String payer, String figure) {
        String prefix = EvidenceRow.prefix(payer, figure);
        Rows.Row row = evidence.last(prefix, prefix + AFTER_ALL_DAYS);
        return row == null ? null : LocalDate.parse(dayOf(row.key(), prefix));
    }

    /** {@code payer|figure|day|…} → day. */
    private static String dayOf(String key, String prefix) {
        return key.substring(prefix.length(), key.indexOf('|', prefix.length()));
    }

    /** {@code payer|figure|…} → figure. */
    private static String figureOf(String key) {
        int start = key.indexOf('|') + 1;
        return key.substring(start, key.indexOf('|', start));
    }
}
