package io.outlay.enrich.text.amount;

/** Reads cents and the like behind an amount: {@code 3 dollars and 50 cents}, 2222円13銭, 五元三角, {@code zwei Euro fünfzig}. */
final class MinorUnits {
    /** Most units have two parts at most: 50元6角3分. */
    private static final int MOST_PARTS = 2;

    private final AmountWords words;
    private final Numerals numerals;
    private final EastAsianNumerals signs;

    MinorUnits(AmountWords words, Numerals numerals, EastAsianNumerals signs) {
        this.words = words;
        this.numerals = numerals;
        this.signs = signs;
    }

    /** Adds what follows to the quantity; {@code part} is overwritten. */
    void read(String text, TextLanguage language, Quantity q, Quantity part) {
        if (q.scaled || q.power != 0 || q.after == null || q.mantissa > Integer.MAX_VALUE) {
            return;
        }
        for (int i = 0; i < MOST_PARTS; i++) {
            int at = words.afterMinorJoiner(text, q.end);
            if (at >= text.length() || !number(text, at, language, part) || part.mantissa >= 100 || part.power != 0) {
                return;
            }
            long minor = words.minor(text, part.end);
            int perUnit = (int) minor;
            if (perUnit > 0) {
                add(q, part.mantissa, perUnit == 10 ? 1 : 2);
                q.end = (int) (minor >>> 32);
            } else {
                if (i == 0 && endsClause(text, part.end) && part.mantissa >= 10) {
                    add(q, part.mantissa, 2);
                    q.end = part.end;
                }
                return;
            }
        }
    }

    private boolean number(String text, int at, TextLanguage language, Quantity part) {
        if (Chars.isDigit(text.charAt(at))) {
            NumberLexer.read(text, at, language, part);
        } else if (signs.begins(text, at)) {
            signs.readFromStart(text, at, part);
        } else {
            numerals.readWords(text, at, language, part);
        }
        return part.valid && part.vagueHigh == 0;
    }

    private static void add(Quantity q, long part, int decimals) {
        while (-q.power < decimals) {
            q.mantissa *= 10;
            q.power--;
        }
        long unit = 1;
        for (int i = decimals; i < -q.power; i++) {
            unit *= 10;
        }
        q.mantissa += part * unit;
    }

    /** A number without a unit only counts where nothing else can follow it ({@code it costs 15 dollars 50.}). */
    private static boolean endsClause(String text, int end) {
        int at = Chars.skipSpace(text, end);
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        boolean goesOn = Chars.isWord(c) || Chars.isDigit(c) || c == '%' || c == '-';
        return !goesOn && Character.getType(c) != Character.CURRENCY_SYMBOL;
    }
}
