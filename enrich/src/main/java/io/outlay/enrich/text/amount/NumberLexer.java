package io.outlay.enrich.text.amount;

/**
 * Reads a number written in digits, with its thousand separators and its decimal mark, in any of the styles {@code 1,234.5},
 * {@code 1.234,5}, {@code 1 234,5}, {@code 1'234.5} and the Indian {@code 12,34,567}. Each character is looked at twice at most.
 */
final class NumberLexer {
    /** A long holds any number of 18 digits. */
    private static final int MAX_DIGITS = 18;

    private NumberLexer() {}

    /**
     * @param language asked only when one separator stands before exactly three digits: 1.000 is one or a thousand
     * @param q start, end, mantissa, power and validity are set; {@code end} lies behind all that belongs together even if it is no number
     */
    static void read(String text, int at, TextLanguage language, Quantity q) {
        q.reset(at);
        Groups groups = Groups.of(text, at);
        q.end = groups.end;
        int decimals = groups.decimals(text, at, language);
        if (decimals < 0) {
            return;
        }
        q.valid = value(text, at, groups.end, q);
        q.power = -decimals;
        if (decimals == 0) {
            readFraction(text, at, q);
        }
        trimDecimals(q);
    }

    private static boolean value(String text, int at, int end, Quantity q) {
        int digits = 0;
        long mantissa = 0;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (Chars.isDigit(c)) {
                if (mantissa > 0 || c != '0') {
                    digits++;
                }
                if (digits > MAX_DIGITS) {
                    return false;
                }
                mantissa = mantissa * 10 + Chars.digit(c);
            }
        }
        q.mantissa = mantissa;
        return true;
    }

    /** {@code 2½}, and {@code .5} behind a sign of a currency. */
    private static void readFraction(String text, int at, Quantity q) {
        char next = q.end < text.length() ? text.charAt(q.end) : ' ';
        int hundredths = next == '½' ? 50 : next == '¼' ? 25 : next == '¾' ? 75 : 0;
        if (hundredths > 0 && q.mantissa < Integer.MAX_VALUE) {
            q.mantissa = q.mantissa * 100 + hundredths;
            q.power = -2;
            q.end++;
        } else if (at > 1
                && text.charAt(at - 1) == '.'
                && Character.getType(text.charAt(at - 2)) == Character.CURRENCY_SYMBOL) {
            q.power = at - q.end;
            q.start = at - 1;
            q.numberStart = q.start;
        }
    }

    private static void trimDecimals(Quantity q) {
        while (q.power < 0 && q.mantissa % 10 == 0) {
            q.mantissa /= 10;
            q.power++;
        }
    }

    /** The digit groups of one number: how long they are and what separates them. */
    private static final class Groups {
        private final int end;
        private final int first;
        private int last;
        private int separators;
        /** The one mark that separates the groups, 0 if there is one group only. */
        private char mark;
        /** The length of what follows a second, different mark; 0 if there is none. */
        private int tail;

        private boolean threes = true;
        private boolean indian = true;

        private Groups(String text, int at) {
            int i = run(text, at);
            first = i - at;
            last = first;
            boolean more = true;
            while (more && i + 1 < text.length()) {
                char c = separator(text, i);
                int next = c == 0 || !Chars.isDigit(text.charAt(i + 1)) ? i : run(text, i + 1);
                int length = next - i - 1;
                if (length <= 0 || tail > 0 && c == ' ' || (c == ' ' || c == '\'') && !spaced(c, length)) {
                    more = false;
                } else if (mark == 0 || mark == c) {
                    if (separators > 0) {
                        indian &= last == 2;
                    }
                    threes &= length == 3;
                    mark = c;
                    separators++;
                    last = length;
                    i = next;
                } else {
                    // A third mark makes it a date or a version: the tail can no longer be the decimals of a number.
                    threes &= tail == 0;
                    indian &= tail == 0;
                    tail = length;
                    i = next;
                }
            }
            end = i;
        }

        static Groups of(String text, int at) {
            return new Groups(text, at);
        }

        private boolean spaced(char c, int length) {
            return length == 3 && first <= 3 && (mark == 0 || mark == c);
        }

        /** @return how many of the digits stand behind the decimal mark, -1 if this is no number */
        int decimals(String text, int at, TextLanguage language) {
            boolean grouped =
                    first <= 3 && (threes || mark == ',' && indian && last == 3 && separators > 1 && first <= 2);
            if (mark == 0) {
                return 0;
            }
            if (tail > 0) {
                return grouped ? tail : -1;
            }
            if (mark == ' ' || mark == '\'') {
                return 0;
            }
            if (separators > 1) {
                return grouped ? 0 : -1;
            }
            if (last != 3 || first > 3 || text.charAt(at) == '0') {
                return last;
            }
            boolean decimalMark = (mark == ',') == language.decimalComma();
            // nobody writes 4,000 for four: the papers of Latin America write English thousands
            boolean idle = mark == ',' && text.charAt(end - 1) == '0';
            return decimalMark && !idle ? last : 0;
        }

        private static int run(String text, int at) {
            int i = at;
            while (i < text.length() && Chars.isDigit(text.charAt(i))) {
                i++;
            }
            return i;
        }

        /** What a separator stands for: a comma, a full stop, a space or an apostrophe; 0 if it is none. */
        private static char separator(String text, int at) {
            char c = text.charAt(at);
            if ((c == '，' || c == '．') && text.charAt(at - 1) < 128) {
                return 0; // a full-width comma between ASCII digits ends a clause of Chinese
            }
            return switch (c) {
                case ',', '，', '٬' -> ',';
                case '.', '．', '٫', '・' -> '.';
                case '\'', '’' -> '\'';
                case ' ', '\u00A0', '\u2009', '\u202F' -> ' ';
                default -> 0;
            };
        }
    }
}
