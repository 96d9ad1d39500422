package io.outlay.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Json;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topics;
import io.outlay.dashboard.view.CommitmentRow;
import io.outlay.dashboard.view.LedgerView;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A topic as a file: NDJSON with its very values, or CSV with one row each, a commitment on its flat line.
 *
 * @param name of the file
 * @param lines made one by one as they are taken; each ends in a line feed
 */
public record Export(String name, String type, Iterator<String> lines) {
    /** The files that there are. */
    public static final List<String> FILES = Stream.of(
                    Topics.COMMITMENTS,
                    Topics.POSTINGS,
                    Topics.SPEND_BY_COMPANY,
                    Topics.SPEND_BY_COUNTRY,
                    Topics.CORRECTIONS)
            .map(topic -> topic.name().substring("outlay.".length()))
            .flatMap(name -> Stream.of(name + ".ndjson", name + ".csv"))
            .toList();

    /** @param file one of {@link #FILES}, with {@code outlay.} before it or without; nothing comes back for any other */
    public static Optional<Export> of(String file, LedgerView view) {
        String name = file.startsWith("outlay.") ? file.substring("outlay.".length()) : file;
        return Optional.ofNullable(
                switch (name) {
                    case "commitments.ndjson" -> ndjson(name, view.allCommitments());
                    case "commitments.csv" -> csv(name, CommitmentRow.class, view.allRows());
                    case "postings.ndjson" -> ndjson(name, view.allPostings());
                    case "postings.csv" -> csv(name, Posting.class, view.allPostings());
                    case "spend-by-company.ndjson" -> ndjson(name, view.allCompanyTotals());
                    case "spend-by-company.csv" -> csv(name, RollingTotal.class, view.allCompanyTotals());
                    case "spend-by-country.ndjson" -> ndjson(name, view.allCountryTotals());
                    case "spend-by-country.csv" -> csv(name, RollingTotal.class, view.allCountryTotals());
                    case "corrections.ndjson" -> ndjson(name, view.allCorrections());
                    case "corrections.csv" -> csv(name, Correction.class, view.allCorrections());
                    default -> null;
                });
    }

    private static Export ndjson(String name, List<?> values) {
        return new Export(name, "application/x-ndjson", lines(values, value -> Json.string(value) + "\n"));
    }

    private static Export csv(String name, Class<?> type, List<?> values) {
        List<String> columns = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        List<Object> rows = new ArrayList<>();
        rows.add(String.join(",", columns) + "\r\n");
        rows.addAll(values);
        return new Export(
                name,
                "text/csv; charset=utf-8",
                lines(rows, row -> row instanceof String head ? head : row(columns, row)));
    }

    private static Iterator<String> lines(List<?> values, Function<Object, String> line) {
        Iterator<?> rest = values.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public String next() {
                return line.apply(rest.next());
            }
        };
    }

    private static String row(List<String> columns, Object value) {
        ObjectNode fields = Json.mapper().valueToTree(value);
        return columns.stream().map(column -> cell(fields.path(column))).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual()) {
            return value.isValueNode() ? value.asText() : quoted(value.toString());
        }
        String text = value.textValue();
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return quoted(formula ? "'" + text : text);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
