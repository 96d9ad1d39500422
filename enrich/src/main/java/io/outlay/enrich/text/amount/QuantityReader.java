package io.outlay.enrich.text.amount;

/** Reads one number with its scale and the currency on either side of it. */
final class QuantityReader {
    private final CurrencyLexicon currencies;
    private final Scales scales;
    private final Numerals numerals;
    private final EastAsianNumerals signs;
    private final AmountWords words;

    QuantityReader(
            CurrencyLexicon currencies, Scales scales, Numerals numerals, EastAsianNumerals signs, AmountWords words) {
        this.currencies = currencies;
        this.scales = scales;
        this.numerals = numerals;
        this.signs = signs;
        this.words = words;
    }

    /**
     * Reads the quantity whose number begins at {@code at}: a digit, a numeral, a number word, or a scale word with {@code a} or
     * {@code half a} before it.
     *
     * @param floor nothing before it belongs to this quantity
     * @return whether it is a number; {@code q.end} is beyond {@code at} in any case
     */
    boolean read(String text, int at, int floor, TextLanguage language, Quantity q, CurrencyLexicon.Hit hit) {
        return read(text, at, floor, language, false, q, hit);
    }

    /** The same; {@code signBefore} tells that the sign of a lower end holds for this number, too: {@code $200-500m}. */
    boolean read(
            String text,
            int at,
            int floor,
            TextLanguage language,
            boolean signBefore,
            Quantity q,
            CurrencyLexicon.Hit hit) {
        if (!number(text, at, floor, language, q)) {
            q.end = Math.max(q.end, at + 1);
            return false;
        }
        boolean plainDigits = Chars.isDigit(text.charAt(q.start)) && !q.scaled;
        before(text, floor, q, hit);
        if (!q.valid || plainDigits && q.before == null && glued(text, q.start)) {
            return false;
        }
        boolean sign = signBefore || q.before != null && q.before.sign();
        scales.multiply(text, language, sign, q);
        millionsBehindThousands(text, language, q);
        if (!after(text, q, hit) && q.before == null) {
            shortScale(text, language, q, hit);
        }
        if (q.before != null && !q.scaled) {
            scales.multiply(text, language, sign, q); // 75 USD million
        } else if (q.after != null && q.after.sign() && !q.scaled) {
            scales.multiply(text, language, false, q);
        }
        settle(q);
        return true;
    }

    /** {@code 4 mil 800 millones}: four thousand and eight hundred millions. */
    private void millionsBehindThousands(String text, TextLanguage language, Quantity q) {
        int at = Chars.skipSpace(text, q.end);
        if (q.power != 3 || q.scalePower != 3 || at >= text.length() || !Chars.isDigit(text.charAt(at))) {
            return;
        }
        Quantity millions = new Quantity();
        NumberLexer.read(text, at, language, millions);
        if (!millions.valid || millions.mantissa >= 1000 || millions.power < 0) {
            return;
        }
        long below = millions.value().longValueExact();
        scales.multiply(text, language, false, millions);
        if (millions.scalePower == 6 && below < 1000) {
            q.mantissa = q.mantissa * 1000 + below;
            q.power = 6;
            q.scalePower = 6;
            q.end = millions.end;
        }
    }

    private boolean number(String text, int at, int floor, TextLanguage language, Quantity q) {
        if (Chars.isDigit(text.charAt(at))) {
            NumberLexer.read(text, at, language, q);
            if (q.valid) {
                signs.readBehindDigits(text, q);
            }
            return q.valid;
        }
        if (signs.begins(text, at)) {
            signs.readFromStart(text, at, q);
            return q.valid;
        }
        return numerals.readWords(text, at, language, q)
                || scales.follows(text, at) && numerals.readBefore(text, at, floor, language, q);
    }

    /** {@code GPT4}, {@code B200}, {@code x86}: a number that hangs on letters names something. */
    private static boolean glued(String text, int start) {
        if (start == 0) {
            return false;
        }
        char c = text.charAt(start - 1);
        return Chars.isWord(c) && !Chars.isUnspaced(c) || c == '_' || c == '#';
    }

    private void before(String text, int floor, Quantity q, CurrencyLexicon.Hit hit) {
        int end = Chars.skipSpaceBefore(text, q.start, floor);
        if (!currencies.before(text, end, floor, hit)) {
            return;
        }
        if (hit.unknown) {
            q.valid = false;
            return;
        }
        if (hit.name.needsScale() && end < q.start) {
            return;
        }
        q.before = hit.name;
        q.numberStart = q.start;
        q.start = hit.place;
        q.power += hit.name.scalePower();
        q.scaled |= hit.name.scalePower() > 0;
    }

    private boolean after(String text, Quantity q, CurrencyLexicon.Hit hit) {
        int at = q.end < text.length() && text.charAt(q.end) == '-' ? q.end + 1 : Chars.skipSpace(text, q.end);
        if (!currencies.after(text, at, hit)) {
            int behind = words.afterOf(text, q.end);
            if (behind < 0 || !currencies.after(text, behind, hit)) {
                return false;
            }
        }
        if (hit.name.sign() && belongsToNext(text, at > q.end, q, hit)) {
            return false;
        }
        q.after = hit.name;
        // the full stop of "30 000 kr." may end the sentence as well
        q.end = text.charAt(hit.place - 1) == '.' ? hit.place - 1 : hit.place;
        q.power += hit.name.scalePower();
        q.scaled |= hit.name.scalePower() > 0;
        return true;
    }

    /** In {@code rmb 10 usd 20} and {@code 1 $10 bill} the sign behind the number is the one before the next number. */
    private static boolean belongsToNext(String text, boolean spaceBefore, Quantity q, CurrencyLexicon.Hit hit) {
        int next = Chars.skipSpace(text, hit.place);
        if (next >= text.length() || !Chars.isDigit(text.charAt(next))) {
            return false;
        }
        return q.before != null || spaceBefore && next == hit.place;
    }

    /** {@code 3 M€}, {@code 100b yuan}: a letter is a scale if a currency stands behind it. */
    private void shortScale(String text, TextLanguage language, Quantity q, CurrencyLexicon.Hit hit) {
        if (q.scaled) {
            return;
        }
        int end = q.end;
        scales.multiply(text, language, true, q);
        if (q.scaled && !after(text, q, hit)) {
            q.end = end;
            q.power -= q.scalePower;
            q.scalePower = 0;
            q.scaled = false;
        }
    }

    /** Drops names of currencies that are too weak for what was read. */
    private static void settle(Quantity q) {
        CurrencyName before = q.before;
        if (before != null && !q.scaled && (before.needsScale() || !before.sign()) && q.after == null) {
            q.before = null;
            q.start = q.numberStart;
        }
        CurrencyName after = q.after;
        if (after != null && after.needsScale() && !q.scaled) {
            q.after = null;
        }
    }

    /** The place of a number that begins at {@code at} or behind a sign there; -1 if there is none. */
    int numberBehindSign(String text, int at, CurrencyLexicon.Hit hit) {
        if (at >= text.length()) {
            return -1;
        }
        if (beginsNumber(text, at)) {
            return at;
        }
        if (currencies.after(text, at, hit) && hit.name.sign()) {
            int number = Chars.skipSpace(text, hit.place);
            if (number < text.length() && beginsNumber(text, number)) {
                return number;
            }
        }
        return -1;
    }

    private boolean beginsNumber(String text, int at) {
        return Chars.isDigit(text.charAt(at)) || signs.begins(text, at);
    }
}
