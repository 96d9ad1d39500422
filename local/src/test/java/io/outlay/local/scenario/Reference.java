package io.outlay.local.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a scenario's rows come to, by their stated relations and without the ledger: the newest of what replaces each other holds, a
 * part of a live row counts nothing, what may be a part and what is not firm counts its upper end.
 */
final class Reference {
    private static final Set<String> ENDS = Set.of("supersedes", "replaces", "cancels");

    private final Map<String, Announced> rows = new HashMap<>();

    Reference(Collection<Announced> rows) {
        rows.forEach(row -> this.rows.put(row.id(), row));
    }

    /** Low, headline and high in billions of dollars by {@code measure dimension entity}, as of a day. */
    Map<String, BigDecimal[]> stock(LocalDate day, Map<String, BigDecimal> dollars) {
        List<Announced> believed = new ArrayList<>();
        Set<String> ended = new HashSet<>();
        for (Announced row : rows.values()) {
            if (!row.day().isAfter(day)) {
                believed.add(row);
                if (ENDS.contains(row.relation())) {
                    ended.add(row.relatedId());
                }
            }
        }
        Map<String, BigDecimal[]> stock = new TreeMap<>();
        for (Announced row : believed) {
            if (row.measure().equals("T") || row.isEvent() || ended.contains(row.id())) {
                continue;
            }
            Announced whole = rows.get(row.relatedId());
            boolean inWhole = whole != null
                    && believed.contains(whole)
                    && !ended.contains(whole.id())
                    && whole.measure().equals(row.measure());
            boolean isPart = inWhole && row.relation().equals("part_of");
            boolean lowCounts = !(inWhole && row.relation().equals("maybe_part_of")) && row.isFirm();
            BigDecimal rate = dollars.get(row.currency());
            if (isPart || rate == null) {
                continue;
            }
            for (String entity : List.of(
                    "company " + row.company(), "hq_country " + row.country(), "dest_country " + row.destination())) {
                BigDecimal[] sum = stock.computeIfAbsent(row.measure() + " " + entity, key ->
                        new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
                sum[0] = sum[0].add(lowCounts ? row.low().multiply(rate) : BigDecimal.ZERO);
                sum[1] = sum[1].add(lowCounts ? row.headline().multiply(rate) : BigDecimal.ZERO);
                sum[2] = sum[2].add(row.high().multiply(rate));
            }
        }
        return stock;
    }
}
