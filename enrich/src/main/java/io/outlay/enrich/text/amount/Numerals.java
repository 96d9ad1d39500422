package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers written as words ({@code twenty-five}, {@code half a}) and with the numerals of Chinese, Japanese and Korean. */
final class Numerals {
    /** What a word adds: units and tens are summed, a hundred multiplies. */
    private record Word(int value, boolean stem) {}

    /** A numeral character: a digit, or a power of ten. */
    private record Sign(int digit, int power) {}

    private final Trie<Word> words = Trie.forwards(true);
    private final Trie<Word> stems = Trie.forwards(true);
    private final Trie<Integer> joiners = Trie.forwards(true);
    private final Trie<Sign> signs = Trie.forwards(false);
    private final Trie<Integer> vague = Trie.forwards(true);
    private final Trie<Integer> halves = Trie.backwards(true);
    private final Trie<Integer> ones = Trie.backwards(true);
    private final List<String> beginnings = new ArrayList<>();

    Numerals(List<CsvTable.Row> rows, Map<String, Integer> scaleSigns) {
        for (CsvTable.Row row : rows) {
            int value = Integer.parseInt(row.need("value"));
            for (String form : row.list("forms")) {
                if (List.of("word", "stem", "numeral", "vague").contains(row.need("kind"))) {
                    beginnings.add(form);
                }
                switch (row.need("kind")) {
                    case "word" -> words.add(form, new Word(value, false));
                    case "stem" -> {
                        words.add(form, new Word(value, true));
                        stems.add(form + "*", new Word(value, true));
                    }
                    case "joiner" -> joiners.add(form, value);
                    case "numeral" -> signs.add(form, value == 10 ? new Sign(0, 1) : new Sign(value, 0));
                    case "half" -> halves.add(form, value);
                    case "one" -> ones.add(form, value);
                    case "vague" -> vague.add(form, value);
                    default -> throw row.error("the kind '" + row.get("kind") + "' is unknown");
                }
            }
        }
        scaleSigns.forEach((form, power) -> signs.add(form, new Sign(0, power)));
    }

    /** Words and characters that a number may begin with. */
    List<String> beginnings() {
        return beginnings;
    }

    /** Reads a number in words at the beginning of a word; a scale or currency must follow for it to mean anything. */
    boolean readWords(String text, int at, Quantity q) {
        q.reset(at);
        long open = vague.longest(text, at, text.length());
        if (open != Trie.NONE) {
            int tens = vague.meaning(open);
            q.mantissa = tens;
            q.vagueHigh = tens * 5 - 1;
            q.end = Trie.place(open);
            q.valid = true;
            return true;
        }
        int sum = 0;
        int place = at;
        while (place >= 0) {
            long match = words.longest(text, place, text.length());
            if (match == Trie.NONE) {
                break;
            }
            int value = words.meaning(match).value();
            sum = value == 100 ? Math.max(sum, 1) * 100 : sum + value;
            q.end = Trie.place(match);
            q.valid = true;
            place = nextWord(text, q.end);
        }
        q.mantissa = sum;
        return q.valid;
    }

    private int nextWord(String text, int end) {
        if (end < text.length() && text.charAt(end) == '-') {
            return end + 1;
        }
        int at = Chars.skipSpace(text, end);
        long joiner = joiners.longest(text, at, text.length());
        return joiner == Trie.NONE ? at : Chars.skipSpace(text, Trie.place(joiner));
    }

    /**
     * Reads what stands for the number before a scale word that has none: {@code a}, {@code half a}. The quantity then begins there
     * and ends before the scale word.
     */
    boolean readBefore(String text, int scale, int floor, Quantity q) {
        q.reset(scale);
        int end = Chars.skipSpaceBefore(text, scale, floor);
        long half = halves.longest(text, end, floor);
        if (half == Trie.NONE && end > floor && text.charAt(end - 1) == '-') {
            half = halves.longest(text, end - 1, floor);
        }
        if (half != Trie.NONE) {
            int value = halves.meaning(half);
            q.start = Trie.place(half);
            q.mantissa = value;
            q.power = value < 10 ? -1 : -2;
            q.valid = true;
            return true;
        }
        long one = ones.longest(text, end, floor);
        if (one != Trie.NONE) {
            q.start = Trie.place(one);
            q.mantissa = 1;
            q.valid = true;
        }
        return q.valid;
    }

    boolean isSign(String text, int at) {
        return signs.longest(text, at, Math.min(text.length(), at + 1)) != Trie.NONE;
    }

    /** Reads numerals such as 四十九兆九千五百九十二億; {@code q} may hold the digits before them (3조, 36.57亿). */
    void readSigns(String text, Quantity q) {
        boolean digits = q.valid;
        boolean powers = false;
        long total = 0;
        long section = 0;
        long current = digits ? q.mantissa : -1;
        int at = digits ? Chars.skipSpace(text, q.end) : q.end;
        while (at < text.length()) {
            long match = signs.longest(text, at, at + 1);
            if (match == Trie.NONE) {
                break;
            }
            Sign sign = signs.meaning(match);
            if (sign.power() == 0) {
                if (current > 99_999 || digits && !powers) {
                    break;
                }
                current = Math.max(current, 0) * 10 + sign.digit();
            } else if (q.power < 0) {
                q.power += sign.power();
                powers = true;
                q.scaled |= sign.power() >= 4;
            } else if (sign.power() < 4) {
                section += power(Math.max(current, current < 0 ? 1 : 0), sign.power());
                current = -1;
                powers = true;
            } else {
                section += Math.max(current, 0);
                current = -1;
                if (section == 0) {
                    total = power(total, sign.power());
                } else {
                    total += power(section, sign.power());
                }
                section = 0;
                powers = true;
                q.scaled = true;
            }
            if (total < 0 || section < 0) {
                q.valid = false;
                q.end = at + 1;
                return;
            }
            q.end = at + 1;
            at = q.end;
            if (sign.power() > 0 && q.power >= 0) {
                int next = digitsBehind(text, at);
                if (next > 0) {
                    int from = Chars.skipSpace(text, at);
                    current = 0;
                    for (int i = from; i < next; i++) {
                        current = Chars.isDigit(text.charAt(i)) ? current * 10 + Chars.digit(text.charAt(i)) : current;
                    }
                    q.end = next;
                    at = next;
                }
            }
            at = powers ? Chars.skipSpace(text, at) : at;
        }
        if (q.power >= 0) {
            q.mantissa = total + section + Math.max(current, 0);
        }
        boolean hangul = !digits && q.start < text.length() && text.charAt(q.start) >= 0xAC00;
        q.valid = digits || q.end > q.start && (!hangul || powers) && (q.mantissa > 0 || !powers);
        q.scalePower = q.scaled ? 4 : 0;
    }

    /** Four digits at most may continue after a power ({@code 1億2345円}, {@code 3조 5,000억}); -1 if they do not. */
    private int digitsBehind(String text, int at) {
        int from = Chars.skipSpace(text, at);
        int end = from;
        int count = 0;
        while (end < text.length() && (Chars.isDigit(text.charAt(end)) || text.charAt(end) == ',' && count > 0)) {
            count += Chars.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        boolean continues = end < text.length() && isSign(text, end);
        return count > 0 && count <= 4 && (continues || from == at) ? end : -1;
    }

    /** Below zero when it does not fit. */
    private static long power(long value, int power) {
        long result = value;
        for (int i = 0; i < power; i++) {
            if (result > Long.MAX_VALUE / 10) {
                return Long.MIN_VALUE;
            }
            result *= 10;
        }
        return result;
    }
}
