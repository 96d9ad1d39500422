package io.outlay.local.bench;

import java.util.List;
import java.util.Locale;

/**
 * What a bench found.
 *
 * @param inputs what was read, for people
 */
public record BenchReport(String bench, String inputs, List<Row> rows, List<Ratio> ratios) {
    public BenchReport {
        rows = List.copyOf(rows);
        ratios = List.copyOf(ratios);
    }

    /** One thing measured: every run, and their median. */
    public record Row(String what, String unit, double median, List<Double> runs) {
        public Row {
            runs = List.copyOf(runs);
        }

        public static Row of(String what, String unit, List<Double> runs) {
            return new Row(what, unit, BenchReport.median(runs), runs);
        }
    }

    /**
     * Two medians of one run against each other.
     *
     * @param reach what it should be, for people: {@code ≥ 0.04}
     */
    public record Ratio(String what, double value, String reach, boolean reached) {
        public static Ratio atLeast(String what, double value, double reach) {
            return new Ratio(what, value, "≥ " + reach, value >= reach);
        }

        public static Ratio atMost(String what, double value, double reach) {
            return new Ratio(what, value, "≤ " + reach, value <= reach);
        }
    }

    /** The row of that name. */
    public Row row(String what) {
        return rows.stream().filter(row -> row.what().equals(what)).findFirst().orElseThrow();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** As two tables in Markdown. */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("### ").append(bench).append("\n\n").append(inputs).append("\n\n");
        out.append("| measured | median | least | most | unit |\n|---|---:|---:|---:|---|\n");
        for (Row row : rows) {
            double least = row.runs.stream().mapToDouble(d -> d).min().orElse(row.median);
            double most = row.runs.stream().mapToDouble(d -> d).max().orElse(row.median);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |%n",
                    row.what,
                    number(row.median),
                    number(least),
                    number(most),
                    row.unit));
        }
        if (!ratios.isEmpty()) {
            out.append("\n| ratio | value | reach | |\n|---|---:|---:|---|\n");
            for (Ratio ratio : ratios) {
                out.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s |%n",
                        ratio.what,
                        number(ratio.value),
                        ratio.reach,
                        ratio.reached ? "reached" : "missed"));
            }
        }
        return out.toString();
    }

    /** Three figures that count. */
    private static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
