package io.outlay.enrich.text.time;

import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.WordHash;
import io.outlay.enrich.text.prose.WordNumbers;

/** Words of time, by the hash of the word in lower case. */
final class TimeWords {
    private static final WordNumbers MONTHS = WordNumbers.counting(
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
                    "december")
            .and(1, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec")
            .and(9, "sep");
    private static final WordNumbers WEEKDAYS = WordNumbers.counting(
                    1, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
            .and(1, "mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final WordNumbers NUMBERS = WordNumbers.counting(
                    1, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                    "twelve")
            .and(15, "fifteen")
            .and(20, "twenty");
    /** Quarters are also named by their last month ({@code 1Q}). */
    private static final WordNumbers ORDINALS = WordNumbers.counting(1, "first", "second", "third", "fourth")
            .and(1, "q1", "q2", "q3", "q4")
            .and(1, "1q", "2q", "3q", "4q");

    private TimeWords() {}

    /** 1 to 12, or 0. */
    static int month(Tokens tokens, int t) {
        return inside(tokens, t) && tokens.isCapitalised(t) ? MONTHS.get(tokens.hash(t)) : 0;
    }

    /** 1 Monday to 7 Sunday, or 0. */
    static int weekday(Tokens tokens, int t) {
        return inside(tokens, t) && tokens.isCapitalised(t) ? WEEKDAYS.get(tokens.hash(t)) : 0;
    }

    /** 1 to 4 of {@code first} or {@code Q1}, or 0. */
    static int ordinal(Tokens tokens, int t) {
        return inside(tokens, t) ? ORDINALS.get(tokens.hash(t)) : 0;
    }

    /** The small number that the word is, in words or digits, or 0. */
    static int count(Tokens tokens, int t) {
        if (!inside(tokens, t)) {
            return 0;
        }
        int word = NUMBERS.get(tokens.hash(t));
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
        int length = tokens.end(t) - tokens.start(t);
        if (value == 0 && length > 2 && length <= 4 && isOrdinalEnd(tokens, t, length - 2)) {
            value = digits(tokens, t, length - 2, 1, 2);
        }
        return value >= 1 && value <= 31 ? value : 0;
    }

    private static boolean isOrdinalEnd(Tokens tokens, int t, int at) {
        int first = tokens.charAt(t, at) | ' ';
        int second = tokens.charAt(t, at + 1) | ' ';
        return first == 's' && second == 't'
                || first == 'n' && second == 'd'
                || first == 'r' && second == 'd'
                || first == 't' && second == 'h';
    }

    static boolean is(Tokens tokens, int t, long word) {
        return inside(tokens, t) && tokens.hash(t) == word;
    }

    static long word(String text) {
        return WordHash.of(text);
    }

    static boolean inside(Tokens tokens, int t) {
        return t >= 0 && t < tokens.size();
    }

    private static int digits(Tokens tokens, int t, int least, int most) {
        return digits(tokens, t, tokens.end(t) - tokens.start(t), least, most);
    }

    /** The number that the first {@code length} characters of the token are, 0 when they are none. */
    private static int digits(Tokens tokens, int t, int length, int least, int most) {
        if (length < least || length > most) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            char c = tokens.charAt(t, i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = 10 * value + c - '0';
        }
        return value;
    }
}
