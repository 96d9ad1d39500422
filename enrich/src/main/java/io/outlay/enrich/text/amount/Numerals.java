package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Numbers written as words, from {@code numerals.csv}: {@code twenty-five}, {@code achtundsiebzig}, {@code half a}, {@code tens of}. */
final class Numerals {
    /** What a word means in one language. */
    private record Reading(String language, int value) {}

    /** Numbers in words stay below this; scale words do the rest. */
    private static final int MOST = 1_000_000;

    private final Trie<List<Reading>> words = Trie.forwards(true);
    private final Trie<List<Reading>> joiners = Trie.forwards(true);
    private final Trie<List<Reading>> vague = Trie.forwards(true);
    private final Trie<List<Reading>> parts = Trie.parts();
    private final Trie<List<Reading>> insides = Trie.parts();
    private final Trie<List<Reading>> ones = Trie.backwards(true);
    private final Trie<List<Reading>> percents = Trie.backwards(true);
    private final Map<String, List<String>> beginnings = new LinkedHashMap<>();

    Numerals(List<CsvTable.Row> rows) {
        Map<String, Map<String, List<Reading>>> kinds = new LinkedHashMap<>();
        for (CsvTable.Row row : rows) {
            String language = row.need("language");
            int value = number(row, "first");
            for (String spellings : row.list("forms")) {
                for (String form : spellings.split("/")) {
                    add(kinds, row, form, new Reading(language, value));
                    if (List.of("word", "part", "vague").contains(row.need("kind"))) {
                        beginnings
                                .computeIfAbsent(language, l -> new ArrayList<>())
                                .add(form);
                    }
                }
                value += number(row, "step");
            }
        }
        fill(words, kinds, "word");
        fill(joiners, kinds, "joiner");
        fill(vague, kinds, "vague");
        fill(parts, kinds, "part");
        fill(insides, kinds, "inside");
        fill(ones, kinds, "one");
        fill(percents, kinds, "percent");
    }

    private static void fill(Trie<List<Reading>> trie, Map<String, Map<String, List<Reading>>> kinds, String kind) {
        kinds.getOrDefault(kind, Map.of()).forEach((form, readings) -> trie.add(form, List.copyOf(readings)));
    }

    private static void add(
            Map<String, Map<String, List<Reading>>> kinds, CsvTable.Row row, String form, Reading reading) {
        String kind = row.need("kind");
        switch (kind) {
            case "part" -> {
                put(kinds, "part", form, reading);
                put(kinds, "word", form, reading);
            }
            case "word", "joiner", "inside", "one", "percent", "vague" -> put(kinds, kind, form, reading);
            case "numeral", "several", "plus" -> {} // read by EastAsianNumerals
            default -> throw row.error("the kind '" + kind + "' is unknown");
        }
    }

    private static void put(Map<String, Map<String, List<Reading>>> kinds, String kind, String form, Reading reading) {
        kinds.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                .computeIfAbsent(form.toLowerCase(Locale.ROOT), f -> new ArrayList<>())
                .add(reading);
    }

    static int number(CsvTable.Row row, String column) {
        try {
            return Integer.parseInt(row.need(column));
        } catch (NumberFormatException e) {
            throw row.error("column '" + column + "' must be a whole number, not '" + row.get(column) + "'");
        }
    }

    /** Words that a number may begin with in a language. */
    List<String> beginnings(String language) {
        return beginnings.getOrDefault(language, List.of());
    }

    /** The languages whose number words are known. */
    Set<String> languages() {
        return beginnings.keySet();
    }

    /** Reads a number in words at the beginning of a word; a scale or a currency must follow for it to mean anything. */
    boolean readWords(String text, int at, TextLanguage language, Quantity q) {
        q.reset(at);
        long open = vague.longest(text, at, text.length());
        int tens = value(vague, open, language);
        if (tens > 0) {
            q.mantissa = tens;
            q.vagueHigh = tens * 5 - 1;
            q.end = Trie.place(open);
            q.valid = true;
            return true;
        }
        int sum = 0;
        int place = at;
        while (place < text.length() && sum < MOST) {
            long match = words.longest(text, place, text.length());
            int value = value(words, match, language);
            int end = value > 0 ? Trie.place(match) : -1;
            if (value <= 0) {
                long compound = compound(text, place, language);
                value = (int) compound;
                end = (int) (compound >>> 32);
            }
            if (value <= 0 || !mayFollow(sum, value)) {
                break;
            }
            sum = value == 100 || value == 1000 ? Math.max(sum, 1) * value : sum + value;
            q.end = end;
            q.valid = true;
            place = nextWord(text, end, language);
        }
        q.mantissa = sum;
        return q.valid;
    }

    /** Twenty five, a hundred twenty, soixante dix; but not one eleven. */
    private static boolean mayFollow(int sum, int value) {
        boolean multiplies = value == 100 || value == 1000;
        return sum == 0 || multiplies || sum % 100 == 0 || sum % 10 == 0 && value < 20;
    }

    private int nextWord(String text, int end, TextLanguage language) {
        if (end < text.length() && text.charAt(end) == '-') {
            return end + 1;
        }
        int at = Chars.skipSpace(text, end);
        long joiner = joiners.longest(text, at, text.length());
        return value(joiners, joiner, language) < 0 ? at : Chars.skipSpace(text, Trie.place(joiner));
    }

    /** @return the end of a number written as one word in the upper half, its value in the lower; 0 if there is none */
    private long compound(String text, int at, TextLanguage language) {
        int sum = 0;
        int place = at;
        while (place < text.length() && Chars.isLetter(text.charAt(place))) {
            long part = parts.longest(text, place, text.length());
            int value = value(parts, part, language);
            if (value > 0) {
                sum = value == 100 || value == 1000 ? Math.max(sum, 1) * value : sum + value;
                place = Trie.place(part);
                if (sum > MOST) {
                    return 0;
                }
            } else {
                long inside = insides.longest(text, place, text.length());
                if (sum == 0 || value(insides, inside, language) < 0) {
                    return 0;
                }
                place = Trie.place(inside);
            }
        }
        return ((long) place << 32) | sum;
    }

    /**
     * Reads what stands for the number before a scale word that has none: {@code a}, {@code half a}. The quantity then begins there
     * and ends before the scale word.
     */
    boolean readBefore(String text, int scale, int floor, TextLanguage language, Quantity q) {
        q.reset(scale);
        int end = Chars.skipSpaceBefore(text, scale, floor);
        end = end > floor && text.charAt(end - 1) == '-' ? end - 1 : end;
        long percent = percents.longest(text, end, floor);
        long one = ones.longest(text, end, floor);
        int hundredths = value(percents, percent, language);
        if (hundredths > 0) {
            q.start = Trie.place(percent);
            q.mantissa = hundredths;
            q.power = -2;
        } else if (value(ones, one, language) > 0) {
            q.start = Trie.place(one);
            q.mantissa = 1;
        } else {
            return false;
        }
        q.numberStart = q.start;
        q.valid = true;
        return true;
    }

    /** What a match means in the language of the text; -1 if it is no number there. */
    private static int value(Trie<List<Reading>> trie, long match, TextLanguage language) {
        if (match == Trie.NONE) {
            return -1;
        }
        for (Reading reading : trie.meaning(match)) {
            if (reading.language.equals(language.code())) {
                return reading.value;
            }
        }
        return -1;
    }
}
