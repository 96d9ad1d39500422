package io.outlay.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outlay.contracts.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Records of one kind as CSV (RFC 4180): a line of headings, then a line per record, columns as the fields of their JSON; a field that is no
 * plain value is written as JSON.
 */
final class RecordsCsv {
    private RecordsCsv() {}

    static void print(Collection<?> records, PrintWriter out) {
        boolean first = true;
        for (Object record : records) {
            ObjectNode fields = Json.mapper().valueToTree(record);
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
        String text = value.isNull() ? "" : value.isContainerNode() ? value.toString() : value.asText();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
