package io.outlay.enrich.text.time;

import io.outlay.enrich.text.prose.Tokens;
import java.util.HashMap;
import java.util.Map;

/** Words of time, by the hash of the word in lower case. */
final class TimeWords {
    private static final Map<Long, Integer> MONTHS = new HashMap<>();
    private static final Map<Long, Integer> WEEKDAYS = new HashMap<>();
    private static final Map<Long, Integer> NUMBERS = new HashMap<>();
    private static final Map<Long, Integer> ORDINALS = new HashMap<>();

    static {
        number(
                MONTHS,
                1,
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december");
        number(MONTHS, 1, "jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept", "oct", "nov", "dec");
        put(MONTHS, "sep", 9);
        number(WEEKDAYS, 1, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
        number(WEEKDAYS, 1, "mon", "tue", "wed", "thu", "fri", "sat", "sun");
        number(
                NUMBERS, 1, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                "twelve");
        put(NUMBERS, "fifteen", 15);
        put(NUMBERS, "twenty", 20);
        number(ORDINALS, 1, "first", "second", "third", "fourth");
        number(ORDINALS, 1, "q1", "q2", "q3", "q4");
        // Quarters named by their last month.
        put(ORDINALS, "1q", 1);
        put(ORDINALS, "2q", 2);
        put(ORDINALS, "3q", 3);
        put(ORDINALS, "4q", 4);
    }

    private TimeWords() {}

    /** 1 to 12, or 0. */
    static int month(Tokens tokens, int t) {
        return inside(tokens, t) && tokens.isCapitalised(t) ? MONTHS.getOrDefault(tokens.hash(t), 0) : 0;
    }

    /** 1 Monday to 7 Sunday, or 0. */
    static int weekday(Tokens tokens, int t) {
        return inside(tokens, t) && tokens.isCapitalised(t) ? WEEKDAYS.getOrDefault(tokens.hash(t), 0) : 0;
    }

    /** 1 to 4 of {@code first} or {@code Q1}, or 0. */
    static int ordinal(Tokens tokens, int t) {
        return inside(tokens, t) ? ORDINALS.getOrDefault(tokens.hash(t), 0) : 0;
    }

    /** The small number that the word is, in words or digits, or 0. */
    static int count(Tokens tokens, int t) {
        if (!inside(tokens, t)) {
            return 0;
        }
        int word = NUMBERS.getOrDefault(tokens.hash(t), 0);
        return word != 0 ? word : digits(tokens, t, 1, 2);
    }

    /** A calendar year from 1990 to 2079, or 0. */
    static int year(Tokens tokens, int t) {
        int value = inside(tokens, t) ? digits(tokens, t, 4, 4) : 0;
        return value >= 1990 && value < 2080 ? value : 0;
    }

    /** A day of a month ({@code 10}, {@code 5th}), or 0. */
    static int day(Tokens tokens, int t) {
        if (!inside(tokens, t)) {
            return 0;
        }
        int value = digits(tokens, t, 1, 2);
        if (value == 0) {
            String text = tokens.end(t) - tokens.start(t) <= 4 ? tokens.text(t).toLowerCase(java.util.Locale.ROOT) : "";
            for (String suffix : new String[] {"st", "nd", "rd", "th"}) {
                if (text.endsWith(suffix) && text.length() > 2) {
                    value = digits(text.substring(0, text.length() - 2), 1, 2);
                }
            }
        }
        return value >= 1 && value <= 31 ? value : 0;
    }

    static boolean is(Tokens tokens, int t, long word) {
        return inside(tokens, t) && tokens.hash(t) == word;
    }

    static long word(String text) {
        return Tokens.hash(text, 0, text.length());
    }

    static boolean inside(Tokens tokens, int t) {
        return t >= 0 && t < tokens.size();
    }

    private static int digits(Tokens tokens, int t, int least, int most) {
        int length = tokens.end(t) - tokens.start(t);
        return length < least || length > most ? 0 : digits(tokens.text(t), least, most);
    }

    private static int digits(String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = 10 * value + c - '0';
        }
        return value;
    }

    private static void number(Map<Long, Integer> map, int first, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!words[i].isEmpty()) {
                put(map, words[i], first + i);
            }
        }
    }

    private static void put(Map<Long, Integer> map, String text, int value) {
        map.put(word(text), value);
    }
}
