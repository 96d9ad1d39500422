package io.outlay.enrich.text.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads {@code entities/found.txt} and {@code entities/nothing.txt}: sentences beside the names that must be found in them. */
class EntityCorpusTest {
    private static final EntityScanner SCANNER = EntityScanner.standard();

    record Example(String text, String expected) {
        @Override
        public String toString() {
            return text;
        }
    }

    static List<Example> found() throws IOException {
        var examples = new ArrayList<Example>();
        String text = "";
        for (String line : lines("found.txt")) {
            if (line.startsWith("> ")) {
                text = line.substring(2);
            } else if (line.startsWith("  ")) {
                examples.add(new Example(text, line.strip()));
            }
        }
        return examples;
    }

    static Stream<Example> nothing() throws IOException {
        return lines("nothing.txt").stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> new Example(line.substring(2), "(nothing)"));
    }

    @ParameterizedTest
    @MethodSource("found")
    void findsAllNamesAndNoOthers(Example example) {
        assertEquals(example.expected(), describe(example.text()));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void leavesUntagged(Example example) {
        assertEquals(example.expected(), describe(example.text()));
    }

    @Test
    void isLargeEnoughToMeanSomething() throws IOException {
        assertTrue(found().size() >= 120, "sentences with names: " + found().size());
        assertTrue(nothing().count() >= 60, "sentences without: " + nothing().count());
    }

    /** {@code words -> payer + country, …}; regions of several countries are left out, as is the EU. */
    static String describe(String text) {
        var parts = new ArrayList<String>();
        for (FoundEntity entity : SCANNER.scan(text)) {
            String payer = entity.payer() == null ? "" : entity.payer().id();
            String country = entity.country() == null || entity.country().equals("EU") && payer.isEmpty()
                    ? ""
                    : entity.country();
            String both = payer.isEmpty() || country.isEmpty() ? payer + country : payer + " + " + country;
            if (!both.isEmpty()) {
                parts.add(text.substring(entity.start(), entity.end()) + " -> " + both);
            }
        }
        return parts.isEmpty() ? "(nothing)" : String.join(", ", parts);
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = EntityCorpusTest.class.getResourceAsStream("/entities/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
