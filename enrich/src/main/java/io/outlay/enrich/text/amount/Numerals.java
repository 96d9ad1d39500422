package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers written as words, from {@code numerals.csv}: {@code twenty-five}, {@code achtundsiebzig}, {@code half a}, {@code tens of}. */
final class Numerals {
    /** What a word means in one language; {@code *} is any. */
    private record Reading(String language, int value) {}

    /** Numbers in words stay below this; scale words do the rest. */
    private static final int MOST = 1_000_000;

    private final Map<String, Trie<List<Reading>>> tries = new LinkedHashMap<>();
    private final List<String> beginnings = new ArrayList<>();

    Numerals(List<CsvTable.Row> rows) {
        Map<String, Map<String, List<Reading>>> kinds = new LinkedHashMap<>();
        for (CsvTable.Row row : rows) {
            String kind = row.need("kind");
            int value = number(row, "first");
            for (String spellings : row.list("forms")) {
                for (String form : spellings.split("/")) {
                    add(kinds, row, form, new Reading(row.need("language"), value));
                    if (!List.of("joiner", "inside", "one", "percent", "numeral")
                            .contains(kind)) {
                        beginnings.add(form);
                    }
                }
                value += number(row, "step");
            }
        }
        tries.put("word", Trie.forwards(true));
        tries.put("joiner", Trie.forwards(true));
        tries.put("vague", Trie.forwards(true));
        tries.put("part", Trie.parts());
        tries.put("inside", Trie.parts());
        tries.put("one", Trie.backwards(true));
        tries.put("percent", Trie.backwards(true));
        tries.forEach((kind, trie) ->
                kinds.getOrDefault(kind, Map.of()).forEach((form, readings) -> trie.add(form, List.copyOf(readings))));
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
            case "numeral" -> {} // read by EastAsianNumerals
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

    /** Words that a number may begin with. */
    List<String> beginnings() {
        return beginnings;
    }

    /** Reads a number in words at the beginning of a word; a scale or a currency must follow for it to mean anything. */
    boolean readWords(String text, int at, TextLanguage language, Quantity q) {
        q.reset(at);
        long vague = find("vague", text, at, text.length());
        int tens = value("vague", vague, language);
        if (tens > 0) {
            q.mantissa = tens;
            q.vagueHigh = tens * 5 - 1;
            q.end = Trie.place(vague);
            q.valid = true;
            return true;
        }
        int sum = 0;
        int place = at;
        while (place < text.length() && sum < MOST) {
            long match = find("word", text, place, text.length());
            int value = value("word", match, language);
            int end = value > 0 ? Trie.place(match) : -1;
            if (value <= 0) {
                long compound = compound(text, place, language);
                value = (int) compound;
                end = (int) (compound >>> 32);
            }
            if (value <= 0) {
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

    private int nextWord(String text, int end, TextLanguage language) {
        if (end < text.length() && text.charAt(end) == '-') {
            return end + 1;
        }
        int at = Chars.skipSpace(text, end);
        long joiner = find("joiner", text, at, text.length());
        return value("joiner", joiner, language) < 0 ? at : Chars.skipSpace(text, Trie.place(joiner));
    }

    /** @return the end of a number written as one word in the upper half, its value in the lower; 0 if there is none */
    private long compound(String text, int at, TextLanguage language) {
        int sum = 0;
        int place = at;
        while (place < text.length() && Chars.isLetter(text.charAt(place))) {
            long part = find("part", text, place, text.length());
            int value = value("part", part, language);
            if (value > 0) {
                sum = value == 100 || value == 1000 ? Math.max(sum, 1) * value : sum + value;
                place = Trie.place(part);
            } else {
                long inside = find("inside", text, place, text.length());
                if (sum == 0 || value("inside", inside, language) < 0) {
                    return 0;
                }
                place = Trie.place(inside);
            }
        }
        return sum > MOST ? 0 : ((long) place << 32) | sum;
    }

    /**
     * Reads what stands for the number before a scale word that has none: {@code a}, {@code half a}. The quantity then begins there
     * and ends before the scale word.
     */
    boolean readBefore(String text, int scale, int floor, TextLanguage language, Quantity q) {
        q.reset(scale);
        int end = Chars.skipSpaceBefore(text, scale, floor);
        end = end > floor && text.charAt(end - 1) == '-' ? end - 1 : end;
        long percent = find("percent", text, end, floor);
        long one = find("one", text, end, floor);
        int hundredths = value("percent", percent, language);
        if (hundredths > 0) {
            q.start = Trie.place(percent);
            q.mantissa = hundredths;
            q.power = -2;
        } else if (value("one", one, language) > 0) {
            q.start = Trie.place(one);
            q.mantissa = 1;
        } else {
            return false;
        }
        q.numberStart = q.start;
        q.valid = true;
        return true;
    }

    private long find(String kind, String text, int at, int bound) {
        return trie(kind).longest(text, at, bound);
    }

    /** What a match means in the language of the text; -1 if it is no number there. */
    private int value(String kind, long match, TextLanguage language) {
        if (match == Trie.NONE) {
            return -1;
        }
        for (Reading reading : trie(kind).meaning(match)) {
            if (reading.language.equals("*") || reading.language.equals(language.code())) {
                return reading.value;
            }
        }
        return -1;
    }

    private Trie<List<Reading>> trie(String kind) {
        Trie<List<Reading>> trie = tries.get(kind);
        if (trie == null) {
            throw new IllegalStateException("no table of numerals of the kind " + kind);
        }
        return trie;
    }
}
