package io.outlay.local.scenario;

import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in postings, and where it differs from the reference: stocks on some days, net changes in the windows before others. */
final class Stocks {
    private static final List<LocalDate> STOCK_DAYS = days("2024-12-31 2025-02-28 2025-12-31 2026-03-31 2026-11-22");
    private static final List<LocalDate> WINDOW_DAYS = days("2025-02-10 2025-08-15 2025-11-15 2026-03-01 2026-05-01");
    private static final int[] WINDOWS = {7, 30, 90, 365};
    private static final Map<Measure, String> LETTERS = Map.of(
            Measure.GUIDANCE, "G",
            Measure.COMMITMENT, "C",
            Measure.PURCHASE, "P",
            Measure.EQUITY, "E",
            Measure.PUBLIC, "V");

    private final Collection<Announced> rows;
    private final Map<String, BigDecimal> dollars;
    private final Reference reference;

    Stocks(Collection<Announced> rows, Map<String, BigDecimal> dollars) {
        this.rows = rows;
        this.dollars = dollars;
        this.reference = new Reference(rows);
    }

    /** One line for each measure and entity that differs. */
    List<String> differences(Collection<Posting> postings) {
        List<String> differences = new ArrayList<>();
        for (LocalDate day : STOCK_DAYS) {
            compare("stock " + day, expected(day), stock(postings, day), differences);
        }
        for (LocalDate day : WINDOW_DAYS) {
            for (int window : WINDOWS) {
                LocalDate before = day.minusDays(window);
                compare(
                        window + "d " + day,
                        minus(expected(day), expected(before)),
                        minus(stock(postings, day), stock(postings, before)),
                        differences);
            }
        }
        return differences;
    }

    private Map<String, BigDecimal[]> expected(LocalDate day) {
        return reference.stock(day, dollars);
    }

    private Map<String, BigDecimal[]> stock(Collection<Posting> postings, LocalDate day) {
        Map<String, String> companies = new TreeMap<>();
        rows.forEach(row -> companies.put(CompanyNames.asOurs(row.payer()), row.company()));
        Map<String, BigDecimal[]> stock = new TreeMap<>();
        for (Posting p : postings) {
            String measure = LETTERS.get(p.measure());
            if (measure == null || p.day().isAfter(day) || p.headlineUsd() == null) {
                continue;
            }
            String company = companies.getOrDefault(p.payerName(), p.payerName());
            for (String entity : List.of(
                    "company " + company, "hq_country " + p.payerCountry(), "dest_country " + p.destination())) {
                BigDecimal[] sum = stock.computeIfAbsent(measure + " " + entity, key -> zeros());
                sum[0] = sum[0].add(billions(p.lowUsd()));
                sum[1] = sum[1].add(billions(p.headlineUsd()));
                sum[2] = sum[2].add(billions(p.highUsd()));
            }
        }
        return stock;
    }

    private static Map<String, BigDecimal[]> minus(Map<String, BigDecimal[]> now, Map<String, BigDecimal[]> before) {
        Map<String, BigDecimal[]> change = new TreeMap<>();
        Set<String> keys = new TreeSet<>(now.keySet());
        keys.addAll(before.keySet());
        for (String key : keys) {
            BigDecimal[] a = now.getOrDefault(key, zeros());
            BigDecimal[] b = before.getOrDefault(key, zeros());
            change.put(key, new BigDecimal[] {a[0].subtract(b[0]), a[1].subtract(b[1]), a[2].subtract(b[2])});
        }
        return change;
    }

    private static void compare(
            String what,
            Map<String, BigDecimal[]> expected,
            Map<String, BigDecimal[]> found,
            List<String> differences) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        // a stake names its partner; where that one sits is no destination
        keys.removeIf(key -> key.startsWith("E dest_country "));
        for (String key : keys) {
            String want = band(expected.getOrDefault(key, zeros()));
            String got = band(found.getOrDefault(key, zeros()));
            if (!want.equals(got)) {
                differences.add(what + " " + key + ": expected " + want + ", got " + got);
            }
        }
    }

    private static BigDecimal[] zeros() {
        return new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    }

    private static BigDecimal billions(long dollars) {
        return BigDecimal.valueOf(dollars, 9);
    }

    private static String band(BigDecimal[] band) {
        return band[0].stripTrailingZeros().toPlainString() + "/"
                + band[1].stripTrailingZeros().toPlainString() + "/"
                + band[2].stripTrailingZeros().toPlainString();
    }

    private static List<LocalDate> days(String text) {
        List<LocalDate> days = new ArrayList<>();
        for (String day : text.split(" ")) {
            days.add(LocalDate.parse(day));
        }
        return days;
    }
}
