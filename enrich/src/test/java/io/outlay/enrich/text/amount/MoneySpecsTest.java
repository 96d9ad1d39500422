package io.outlay.enrich.text.amount;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks the scanner against a folder of published examples in many languages, one file each ({@code English.json}: a list of
 * {@code Input} with its {@code Results}, each with {@code Text} and {@code Resolution}). The folder is named by the system property
 * {@code outlay.money-specs}; nothing of it is part of the project.
 *
 * <p>Cents, pence and the like are not amounts here, nor are bitcoins, nor a currency without a number: such results do not count.
 */
class MoneySpecsTest {
    private static final String FOLDER = "outlay.money-specs";

    /** What the examples call a currency when they give no ISO code: the first line that the name contains decides. */
    private static final List<Map.Entry<String, String>> UNITS = List.of(
            Map.entry("hong kong", "HKD"),
            Map.entry("austral", "AUD"),
            Map.entry("canad", "CAD"),
            Map.entry("dollar", "USD"),
            Map.entry("dólar", "USD"),
            Map.entry("euro", "EUR"),
            Map.entry("pound", "GBP"),
            Map.entry("libra", "GBP"),
            Map.entry("livre", "GBP"),
            Map.entry("yen", "JPY"),
            Map.entry("yuan", "CNY"),
            Map.entry("franc", "CHF"),
            Map.entry("mark", "FIM"),
            Map.entry("marco", "FIM"),
            Map.entry("peseta", "ESP"),
            Map.entry("flor", "NLG"),
            Map.entry("guilder", "NLG"),
            Map.entry("riel", "KHR"),
            Map.entry("rupee", "INR"),
            Map.entry("roupie", "INR"),
            Map.entry("lira", "TRY"),
            Map.entry("krone", "SEK"),
            Map.entry("lari", "GEL"),
            Map.entry("peso", "MXN"));

    @ParameterizedTest(name = "{0} at least {2}")
    @CsvSource({
        "English, en, 0.95", "Chinese, zh, 0.85", "Japanese, ja, 0.85", "Korean, ko, 0.85", "German, de, 0.85",
        "French, fr, 0.85", "Spanish, es, 0.85", "Portuguese, pt, 0.85", "Hindi, hi, 0.85", "Italian, it, 0.85",
        "Dutch, nl, 0.85", "Swedish, sv, 0.85", "Turkish, tr, 0.85"
    })
    void readsTheExamplesOf(String name, String language, double floor) throws IOException {
        String folder = System.getProperty(FOLDER);
        assumeTrue(
                folder != null, "not run: the examples of money in many languages; give their folder by -D" + FOLDER);
        Score score = new Score();
        for (JsonNode example : examples(Path.of(folder, name + ".json"))) {
            score.add(example, language);
        }
        System.out.printf(
                Locale.ROOT,
                "money-specs %-10s %.3f  (%d of %d; %d extra)%n",
                name,
                score.share(),
                score.found,
                score.expected,
                score.extra);
        score.misses.forEach(miss -> System.out.println("  " + miss));
        assertTrue(score.share() >= floor, () -> name + " " + score.share() + " is below " + floor);
    }

    private static JsonNode examples(Path file) throws IOException {
        String json = Files.readString(file);
        return new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
    }

    @Test
    void knowsWhichResultsCount() {
        assertTrue(isClaimed("100", "Dollar"));
        assertTrue(!isClaimed("50", "Cent") && !isClaimed("", "Dollar") && !isClaimed("3", "Bitcoin"));
    }

    private static boolean isClaimed(String value, String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        return !value.isEmpty()
                && UNITS.stream().anyMatch(entry -> lower.contains(entry.getKey()))
                && !value.contains("E+");
    }

    /** Counts of one language. */
    private static final class Score {
        private int expected;
        private int found;
        private int extra;
        private final List<String> misses = new ArrayList<>();

        double share() {
            return expected == 0 ? 0 : (double) found / expected;
        }

        void add(JsonNode example, String language) {
            String input = example.get("Input").asText();
            List<FoundAmount> open =
                    new ArrayList<>(AmountScanner.standard().scan(input, AmountHints.ofLanguage(language)));
            int from = 0;
            for (JsonNode result : example.get("Results")) {
                String text = result.get("Text").asText();
                int start = input.toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT), from);
                start = start < 0 ? result.path("Start").asInt(0) : start;
                int end = start + text.length();
                from = end;
                JsonNode resolution = result.get("Resolution");
                String value =
                        resolution.path("value").asText("").replace(',', '.').replace("null", "");
                String iso = resolution.path("isoCurrency").asText("");
                String unit = resolution.path("unit").asText("");
                boolean claimed = iso.isEmpty() ? isClaimed(value, unit) : !value.isEmpty() && !value.contains("E+");
                FoundAmount hit = take(open, start, end);
                if (!claimed) {
                    continue;
                }
                expected++;
                if (hit != null
                        && hit.headline().compareTo(new BigDecimal(value).abs()) == 0
                        && names(hit, iso, unit)) {
                    found++;
                } else {
                    misses.add("'" + text + "' is " + value + " " + unit + ", read as "
                            + (hit == null ? "nothing" : hit.headline() + " " + hit.candidates()) + " in: " + input);
                }
            }
            extra += open.size();
            open.forEach(
                    amount -> misses.add("extra " + amount.headline() + " " + amount.currency() + " in: " + input));
        }

        private static FoundAmount take(List<FoundAmount> open, int start, int end) {
            for (int i = 0; i < open.size(); i++) {
                if (open.get(i).start() < end && start < open.get(i).end()) {
                    return open.remove(i);
                }
            }
            return null;
        }

        private static boolean names(FoundAmount hit, String iso, String unit) {
            if (!iso.isEmpty()) {
                return hit.candidates().contains(iso);
            }
            String lower = unit.toLowerCase(Locale.ROOT);
            return UNITS.stream()
                    .filter(entry -> lower.contains(entry.getKey()))
                    .findFirst()
                    .map(entry -> hit.candidates().contains(entry.getValue()))
                    .orElse(false);
        }
    }
}
