package io.outlay.local.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their widest cell, two spaces apart; figures are set to the right. */
final class TextTable {
    enum Align {
        LEFT,
        RIGHT
    }

    private final List<String> head;
    private final List<Align> alignment;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> head, List<Align> alignment) {
        if (head.size() != alignment.size()) {
            throw new IllegalArgumentException(head.size() + " headings, but " + alignment.size() + " alignments");
        }
        this.head = List.copyOf(head);
        this.alignment = List.copyOf(alignment);
    }

    void row(List<String> cells) {
        if (cells.size() != head.size()) {
            throw new IllegalArgumentException("expected " + head.size() + " cells, not " + cells);
        }
        rows.add(List.copyOf(cells));
    }

    void print(PrintWriter out) {
        int[] widths = new int[head.size()];
        measure(head, widths);
        rows.forEach(row -> measure(row, widths));
        out.println(line(head, widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static void measure(List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String space = " ".repeat(widths[i] - width(cell));
            line.append(i == 0 ? "" : "  ");
            line.append(alignment.get(i) == Align.LEFT ? cell + space : space + cell);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
