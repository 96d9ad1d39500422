package io.outlay.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outlay.contracts.Json;
import io.outlay.contracts.RollingTotal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rolling totals as CSV (RFC 4180): a line of headings, then a line per total, columns as the fields of the topic's values. */
final class TotalsCsv {
    private TotalsCsv() {}

    static void print(Collection<RollingTotal> totals, PrintWriter out) {
        boolean first = true;
        for (RollingTotal total : totals) {
            ObjectNode fields = Json.mapper().valueToTree(total);
            List<String> names = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            fields.properties().forEach(field -> {
                names.add(field.getKey());
                cells.add(cell(field.getValue()));
            });
            if (first) {
                out.println(String.join(",", names));
                first = false;
            }
            out.println(String.join(",", cells));
        }
    }

    private static String cell(JsonNode value) {
        String text = value.isNull() ? "" : value.asText();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
