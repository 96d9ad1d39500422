package io.outlay.contracts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small table that people edit: UTF-8, comma separated, one row a line, the first line that is no comment names the
 * columns. Lines that begin with {@code #} and empty lines are comments. A cell with a comma stands in double quotes
 * ({@code ""} is one quote). Trailing empty cells may be left out; a cell too many is an error.
 */
public final class CsvTable {
    private final List<Row> rows;

    private CsvTable(List<Row> rows) {
        this.rows = rows;
    }

    /** One line of the table, which can say where it stands. */
    public static final class Row {
        private final String source;
        private final int line;
        private final Map<String, Integer> columns;
        private final List<String> cells;

        private Row(String source, int line, Map<String, Integer> columns, List<String> cells) {
            this.source = source;
            this.line = line;
            this.columns = columns;
            this.cells = cells;
        }

        /** The trimmed cell of a column that the table must have; empty when the row ends before it. */
        public String get(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException(source + ": the header has no column '" + column + "'; add it");
            }
            return index < cells.size() ? cells.get(index) : "";
        }

        /** As {@link #get}, but an empty cell is an error. */
        public String need(String column) {
            String cell = get(column);
            if (cell.isEmpty()) {
                throw error("column '" + column + "' is empty; fill it in");
            }
            return cell;
        }

        /** The parts of a cell, separated by {@code ;}, trimmed, empty ones left out. */
        public List<String> list(String column) {
            var parts = new ArrayList<String>();
            for (String part : get(column).split(";")) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
            return parts;
        }

        public int line() {
            return line;
        }

        /** @return an error to throw that names the file and the line */
        public IllegalArgumentException error(String message) {
            return new IllegalArgumentException(source + ":" + line + ": " + message);
        }
    }

    public List<Row> rows() {
        return rows;
    }

    /** Reads a table that ships beside {@code owner} at the root of the class path. */
    public static CsvTable resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar; build it again");
            }
            return read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** @param source what errors call the table: its file name */
    public static CsvTable read(String source, Reader reader) throws IOException {
        var rows = new ArrayList<Row>();
        Map<String, Integer> columns = null;
        var lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (number == 1 && line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(source, number, line);
            if (columns == null) {
                columns = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    columns.put(cells.get(i), i);
                }
                continue;
            }
            var row = new Row(source, number, columns, cells);
            if (cells.size() > columns.size()) {
                throw row.error("has " + cells.size() + " cells where the header names " + columns.size()
                        + "; put a cell that holds a comma in double quotes");
            }
            rows.add(row);
        }
        return new CsvTable(List.copyOf(rows));
    }

    private static List<String> cells(String source, int number, String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException(
                    source + ":" + number + ": a double quote is not closed; close it on the same line");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
