package io.outlay.ingest.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as RFC 4180 has them: cells parted by a comma, or by the semicolon or tab that the header uses more; a cell
 * in quotes may hold all of these, line ends, and quotes written twice.
 */
final class CsvRows {
    static final int MAX_CHARS = 8 * 1024 * 1024;

    /** A row, and the line on which it begins; no cells when it is too long. */
    record Row(long line, List<String> cells, boolean tooLong) {}

    private final BufferedReader in;
    private char separator;
    private long line;

    CsvRows(BufferedReader in) {
        this.in = in;
    }

    /** The next row that is not blank; null at the end. */
    @Nullable
    Row next() throws IOException {
        if (line == 0) {
            separator = separator();
        }
        for (Row row = read(); row != null; row = read()) {
            if (row.tooLong() || row.cells().size() > 1 || !row.cells().get(0).isBlank()) {
                return row;
            }
        }
        return null;
    }

    private @Nullable Row read() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        line++;
        long first = line;
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int chars = 0;
        for (; c >= 0; c = in.read()) {
            chars++;
            if (quoted) {
                if (c != '"') {
                    line += c == '\n' ? 1 : 0;
                    append(cell, c, chars);
                } else if (peek() == '"') {
                    append(cell, in.read(), chars);
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                quoted = true;
                cell.setLength(0);
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                append(cell, c, chars);
            }
        }
        cells.add(cell.toString());
        boolean tooLong = chars > MAX_CHARS;
        return new Row(first, tooLong ? List.of() : cells, tooLong);
    }

    private static void append(StringBuilder cell, int c, int chars) {
        if (chars <= MAX_CHARS) {
            cell.append((char) c);
        }
    }

    private int peek() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next;
    }

    private char separator() throws IOException {
        in.mark(16 * 1024);
        char[] beginning = new char[8 * 1024];
        int length = Math.max(0, in.read(beginning));
        in.reset();
        String header = new String(beginning, 0, length).lines().findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            most = count(header, candidate) > count(header, most) ? candidate : most;
        }
        return most;
    }

    private static long count(String text, char what) {
        return text.chars().filter(c -> c == what).count();
    }
}
