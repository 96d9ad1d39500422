package io.outlay.local.cli;

import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingTotal.Dimension;
import io.outlay.contracts.RollingWindow;
import io.outlay.local.cli.TextTable.Align;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rolling totals for people: one line per entity and measure, the stock with its low and high, then the net change in each
 * trailing window, in billions of US dollars. {@code -} stands where nothing was announced in a window.
 */
final class TotalsTable {
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

    /** The trailing windows, the longest first. */
    private static final List<RollingWindow> TRAILING =
            List.of(RollingWindow.YEAR, RollingWindow.QUARTER, RollingWindow.MONTH, RollingWindow.WEEK);

    /** All windows of one entity, basis and measure. */
    private record Line(RollingTotal any, Map<RollingWindow, RollingTotal> byWindow) {
        Measure measure() {
            return any.measure();
        }

        String basis() {
            Basis basis = any.basis();
            return basis == null ? "" : basis.name();
        }

        @Nullable
        RollingTotal stock() {
            return byWindow.get(RollingWindow.ALL);
        }

        long headline() {
            RollingTotal stock = stock();
            return stock == null ? 0 : stock.headlineUsd();
        }
    }

    private TotalsTable() {}

    /** Prints the totals, which are all of one dimension: by measure, the largest stock first. */
    static void print(Dimension dimension, Collection<RollingTotal> totals, PrintWriter out) {
        TextTable table = new TextTable(headings(dimension), alignment(dimension));
        for (Line line : lines(totals)) {
            List<String> cells = new ArrayList<>(labels(dimension, line));
            RollingTotal stock = line.stock();
            cells.add(stock == null ? "-" : billions(stock.lowUsd()));
            cells.add(stock == null ? "-" : billions(stock.headlineUsd()));
            cells.add(stock == null ? "-" : billions(stock.highUsd()));
            for (RollingWindow window : TRAILING) {
                cells.add(net(line.byWindow().get(window)));
            }
            table.row(cells);
        }
        table.print(out);
    }

    private static List<Line> lines(Collection<RollingTotal> totals) {
        Map<String, Line> lines = new TreeMap<>();
        for (RollingTotal total : totals) {
            String key = total.entity() + "|" + total.basis() + "|" + total.measure();
            lines.computeIfAbsent(key, k -> new Line(total, new EnumMap<>(RollingWindow.class)))
                    .byWindow()
                    .put(total.window(), total);
        }
        return lines.values().stream()
                .sorted(Comparator.comparing(Line::basis, Comparator.reverseOrder())
                        .thenComparing(Line::measure)
                        .thenComparing(Comparator.comparingLong(Line::headline).reversed())
                        .thenComparing(line -> line.any().name()))
                .toList();
    }

    private static List<String> headings(Dimension dimension) {
        List<String> headings = new ArrayList<>(
                switch (dimension) {
                    case COMPANY -> List.of("COMPANY", "COUNTRY", "MEASURE");
                    case COUNTRY -> List.of("COUNTRY", "AS", "MEASURE");
                });
        headings.addAll(List.of("LOW", "ALL TIME", "HIGH"));
        TRAILING.forEach(window -> headings.add(window.days() + " DAYS"));
        return headings;
    }

    private static List<Align> alignment(Dimension dimension) {
        int columns = headings(dimension).size();
        List<Align> alignment = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            alignment.add(i < 3 ? Align.LEFT : Align.RIGHT);
        }
        return alignment;
    }

    private static List<String> labels(Dimension dimension, Line line) {
        RollingTotal total = line.any();
        String measure = total.measure().name();
        return switch (dimension) {
            case COMPANY -> List.of(total.name(), total.country(), measure);
            case COUNTRY -> List.of(total.name(), line.basis(), measure);
        };
    }

    /** What moved in a window; nothing when no line has a posting in it. */
    private static String net(@Nullable RollingTotal total) {
        return total == null || total.commitments() == 0 ? "-" : billions(total.headlineUsd());
    }

    /** {@code 52234538000} → {@code 52.23}. */
    static String billions(long usd) {
        return BigDecimal.valueOf(usd)
                .divide(BILLION, 2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
