package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of {@code scales.csv}: what they multiply by, in which language. */
final class Scales {
    /** One reading of a form: in these languages (empty: all others) it means ten to this power. */
    private record Reading(int power, List<String> languages, boolean isShort) {}

    private final Trie<List<Reading>> forms = Trie.forwards(true);
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numerals = new LinkedHashMap<>();

    Scales(List<CsvTable.Row> rows) {
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        for (CsvTable.Row row : rows) {
            int power = power(row);
            String kind = row.need("kind");
            List<String> languages = row.need("languages").equals("*")
                    ? List.of()
                    : List.of(row.get("languages").split(" "));
            for (String form : row.list("forms")) {
                switch (kind) {
                    case "word", "short" -> {
                        readings.computeIfAbsent(form.toLowerCase(Locale.ROOT), f -> new ArrayList<>())
                                .add(new Reading(power, languages, kind.equals("short")));
                        if (kind.equals("word")) {
                            words.add(form);
                        }
                    }
                    case "numeral" -> numerals.put(form, power);
                    default -> throw row.error("column 'kind' must be word, short or numeral, not '" + kind + "'");
                }
            }
        }
        readings.forEach((form, meanings) -> forms.add(form, List.copyOf(meanings)));
    }

    private static int power(CsvTable.Row row) {
        try {
            return Integer.parseInt(row.need("power"));
        } catch (NumberFormatException e) {
            throw row.error("column 'power' must be a whole number, not '" + row.get("power") + "'");
        }
    }

    /** Forms that are written out, so that a number may begin with one ({@code a trillion won}). */
    List<String> words() {
        return words;
    }

    /** Characters that join the numerals of Chinese, Japanese and Korean, with their powers of ten. */
    Map<String, Integer> numerals() {
        return numerals;
    }

    /**
     * Reads all scale words that follow the number, multiplying it by each: {@code lakh crore}, {@code mil millones}.
     *
     * @param shortToo whether a letter or two may be a scale here, as in {@code $5B}
     */
    void multiply(String text, TextLanguage language, boolean shortToo, Quantity q) {
        boolean more = true;
        while (more) {
            int at = gap(text, q.end);
            long match = forms.longest(text, at, text.length());
            Reading reading = match == Trie.NONE ? null : reading(forms.meaning(match), language);
            more = reading != null
                    && (!reading.isShort || shortToo && !q.scaled && !joined(text, Trie.place(match)))
                    && q.scalePower + reading.power <= 18;
            if (more && reading != null) {
                q.openEnded |= text.charAt(q.end) == '+';
                q.end = Trie.place(match);
                q.scalePower += reading.power;
                q.power += reading.power;
                q.scaled = true;
            }
        }
    }

    /** Whether a scale follows here, as it must where a number begins without a digit. */
    boolean follows(String text, int at) {
        return forms.longest(text, gap(text, at), text.length()) != Trie.NONE;
    }

    /** A hyphen ({@code $50-million}), white space, or a plus before it ({@code $1.1+ trillion}). */
    private static int gap(String text, int at) {
        char c = at < text.length() ? text.charAt(at) : ' ';
        return c == '-' ? at + 1 : Chars.skipSpace(text, c == '+' ? at + 1 : at);
    }

    /** {@code $5 M&A} and {@code 5 B-52} have no scale. */
    private static boolean joined(String text, int end) {
        if (end >= text.length()) {
            return false;
        }
        char c = text.charAt(end);
        return c == '&'
                || Chars.isDigit(c)
                || c == '-' && end + 1 < text.length() && Chars.isDigit(text.charAt(end + 1));
    }

    private static @Nullable Reading reading(List<Reading> readings, TextLanguage language) {
        Reading general = null;
        for (Reading reading : readings) {
            if (reading.languages.isEmpty()) {
                general = general == null ? reading : general;
            } else if (reading.languages.contains(language.code())) {
                return reading;
            }
        }
        return general;
    }
}
