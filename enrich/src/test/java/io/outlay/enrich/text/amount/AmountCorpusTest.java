package io.outlay.enrich.text.amount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every text of {@code amounts.corpus.txt}, whose head explains it, and compares what is found with what stands below it. */
class AmountCorpusTest {
    private static final Map<String, AmountLink.Kind> LINKS = Map.of(
            "conversion", AmountLink.Kind.CONVERSION_OF,
            "rising", AmountLink.Kind.RISING_FROM,
            "beyond", AmountLink.Kind.UP_TO_BEYOND);

    /** One text with the lines below it. */
    private record Example(int line, AmountHints hints, String text, List<String> expected) {
        @Override
        public String toString() {
            return line + ": " + text;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void findsWhatStandsBelow(Example example) {
        List<FoundAmount> found = AmountScanner.standard().scan(example.text, example.hints);
        assertEquals(
                String.join("\n", example.expected),
                String.join("\n", describe(example, found)),
                () -> "line " + example.line + ": " + example.text + "\n" + found);
    }

    @Test
    void isLargeEnoughToMeanSomething() {
        List<Example> all = examples().toList();
        long without = all.stream().filter(e -> e.expected.isEmpty()).count();
        long amounts = all.stream().mapToLong(e -> e.expected.size()).sum();
        assertTrue(amounts >= 150 && without >= 60, () -> amounts + " amounts, " + without + " texts without any");
    }

    /** The amounts as the corpus writes them, each with those particulars only that its line asks for. */
    private static List<String> describe(Example example, List<FoundAmount> found) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String expected = i < example.expected.size() ? example.expected.get(i) : "";
            lines.add(describe(example.text, found.get(i), List.of(expected.split(" \\| "))));
        }
        return lines;
    }

    private static String describe(String text, FoundAmount amount, List<String> asked) {
        List<String> parts = new ArrayList<>();
        parts.add(text.substring(amount.start(), amount.end()));
        String value = amount.currency() + " " + value(amount);
        String wanted = asked.size() > 1 ? asked.get(1) : "";
        parts.add(sameValue(value, wanted) ? wanted : value);
        List<String> particulars = new ArrayList<>();
        particulars.add(amount.qualifier().name());
        particulars.add("per " + amount.per());
        particulars.add(amount.ambiguousCurrency() ? "guess" : "sure");
        LINKS.forEach((word, kind) -> {
            if (amount.link() != null && amount.link().kind() == kind) {
                particulars.add(word);
            }
        });
        for (String particular : asked.subList(Math.min(2, asked.size()), asked.size())) {
            parts.add(particulars.contains(particular) ? particular : "not " + particular + " but " + particulars);
        }
        if (amount.per() != null && !asked.contains("per " + amount.per())) {
            parts.add("per " + amount.per());
        }
        return String.join(" | ", parts);
    }

    private static String value(FoundAmount amount) {
        String headline = amount.headline().toPlainString();
        boolean one = amount.low().compareTo(amount.high()) == 0;
        return one
                ? headline
                : amount.low().toPlainString() + "/" + headline + "/"
                        + amount.high().toPlainString();
    }

    private static boolean sameValue(String found, String wanted) {
        if (wanted.length() < 4 || !found.startsWith(wanted.substring(0, 4))) {
            return false;
        }
        List<BigDecimal> a = numbers(found.substring(4));
        List<BigDecimal> b = numbers(wanted.substring(4));
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i).compareTo(b.get(i)) == 0;
        }
        return same;
    }

    private static List<BigDecimal> numbers(String text) {
        return Arrays.stream(text.split("/")).map(AmountCorpusTest::number).toList();
    }

    private static BigDecimal number(String text) {
        Map<String, Integer> scales = Map.of("k", 3, "m", 6, "bn", 9, "tn", 12);
        String scale = text.replaceAll("[0-9.]", "");
        return new BigDecimal(text.substring(0, text.length() - scale.length()))
                .scaleByPowerOfTen(scales.getOrDefault(scale, 0));
    }

    static Stream<Example> examples() {
        List<Example> examples = new ArrayList<>();
        AmountHints hints = AmountHints.none();
        Example current = null;
        int number = 0;
        for (String line : lines()) {
            number++;
            if (line.startsWith("[")) {
                String[] parts = line.substring(1, line.length() - 1).split(" ");
                hints = new AmountHints(parts[0], parts.length > 1 ? parts[1] : null);
            } else if (line.startsWith("> ")) {
                current = new Example(number, hints, line.substring(2), new ArrayList<>());
                examples.add(current);
            } else if (line.startsWith("  ") && !line.strip().equals("(nothing)")) {
                Objects.requireNonNull(current).expected.add(line.strip());
            }
        }
        return examples.stream();
    }

    private static List<String> lines() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AmountCorpusTest.class.getResourceAsStream("/amounts.corpus.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
