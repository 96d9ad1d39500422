package io.outlay.enrich.text.amount;

import java.util.BitSet;
import java.util.List;

/**
 * Where a number may begin: at a digit, at a numeral of Chinese, Japanese or Korean, at a word whose first three letters are those
 * of a number or scale word.
 */
final class Triggers {
    private static final byte DIGIT = 1;
    private static final byte LETTER = 2;
    private static final byte NUMERAL = 4;
    /** A letter that begins no number word in any script is still a letter: what follows it begins no word. */
    private static final byte FIRST = 8;

    private final byte[] kinds = new byte[1 << 16];
    private final BitSet threeLetters = new BitSet(1 << 15);

    Triggers(List<String> beginnings) {
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = Chars.isDigit((char) c) ? DIGIT : Chars.isWord((char) c) ? LETTER : 0;
        }
        beginnings.forEach(this::add);
    }

    private void add(String word) {
        char first = word.charAt(0);
        for (char c : new char[] {Chars.fold(first), Character.toUpperCase(first)}) {
            kinds[c] |= Chars.isUnspaced(c) ? NUMERAL : FIRST;
        }
        if (first < 128) {
            int second = word.length() > 1 ? letter(word.charAt(1)) : 0;
            int third = word.length() > 2 ? letter(word.charAt(2)) : 0;
            threeLetters.set(key(letter(first), second, third));
        }
    }

    /** 1 to 26, 27 for a letter beyond ASCII, 0 for what ends a word. */
    private static int letter(char c) {
        if (c < 128) {
            char folded = Chars.fold(c);
            return folded >= 'a' && folded <= 'z' ? folded - 'a' + 1 : 0;
        }
        return Chars.isWord(c) ? 27 : 0;
    }

    private static int key(int first, int second, int third) {
        return (first << 10) | (second << 5) | (second == 0 ? 0 : third);
    }

    /** @return the first place from {@code from} on where a number may begin, the length of the text if there is none */
    int next(String text, int from) {
        int n = text.length();
        boolean inWord = from > 0 && (kinds[text.charAt(from - 1)] & LETTER) != 0;
        for (int i = from; i < n; i++) {
            byte kind = kinds[text.charAt(i)];
            if (kind == 0) {
                inWord = false;
            } else if ((kind & (DIGIT | NUMERAL)) != 0) {
                return i;
            } else {
                if (!inWord && (kind & FIRST) != 0 && mayBegin(text, i, n)) {
                    return i;
                }
                inWord = true;
            }
        }
        return n;
    }

    private boolean mayBegin(String text, int at, int n) {
        char first = text.charAt(at);
        if (first >= 128) {
            return true;
        }
        int second = at + 1 < n ? letter(text.charAt(at + 1)) : 0;
        int third = at + 2 < n ? letter(text.charAt(at + 2)) : 0;
        return threeLetters.get(key(letter(first), second, third));
    }
}
