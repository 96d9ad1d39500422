package io.outlay.enrich.text.amount;

import java.util.List;

/**
 * Where a number may begin: at a digit, at a numeral of Chinese, Japanese or Korean, at a word whose first three letters are those
 * of a number or scale word.
 *
 * <p>Each character has a class of five bits. The classes of the last four characters are one index into a bit set of a million
 * bits, 128 KB, of which a text touches a few: one look-up decides, without a branch that could be mispredicted at each word.
 */
final class Triggers {
    private static final int BITS = 5;
    private static final int MASK = (1 << 4 * BITS) - 1;

    /** What is no letter. */
    private static final int GAP = 0;
    /** A letter beyond a to z, which are 1 to 26. */
    private static final int OTHER = 27;
    /** The same, and a number word may begin with it. */
    private static final int FIRST = 30;
    /** A digit, or a numeral of a script without spaces. */
    private static final int NUMERAL = 31;

    private final byte[] classes = new byte[1 << 16];
    private final long[] stops = new long[(MASK + 1) >> 6];

    Triggers(List<String> beginnings) {
        for (int c = 0; c < classes.length; c++) {
            classes[c] = (byte) (Chars.isDigit((char) c) ? NUMERAL : Chars.isWord((char) c) ? letter((char) c) : GAP);
        }
        for (String word : beginnings) {
            mark(Chars.fold(word.charAt(0)));
            mark(Character.toUpperCase(word.charAt(0)));
        }
        for (int before = 0; before <= MASK >> BITS; before++) {
            stop(before << BITS | NUMERAL);
            if ((before & NUMERAL) == GAP) {
                stop(before << BITS | FIRST);
            }
        }
        beginnings.stream().filter(word -> word.charAt(0) < 128).forEach(this::stopAtThirdLetter);
    }

    private static int letter(char c) {
        char folded = Chars.fold(c); // the Turkish İ folds to i
        return folded < 128 ? folded - 'a' + 1 : OTHER;
    }

    private void mark(char first) {
        if (first >= 128) {
            classes[first] = (byte) (Chars.isUnspaced(first) ? NUMERAL : FIRST);
        }
    }

    private void stopAtThirdLetter(String word) {
        int first = classes[word.charAt(0)];
        int second = word.length() > 1 ? classes[word.charAt(1)] : GAP;
        int third = word.length() > 2 && second != GAP ? classes[word.charAt(2)] : GAP;
        stop((first << BITS | second) << BITS | third);
        if (second >= OTHER || third >= OTHER) {
            // the capital form of such a letter may be of the other class
            for (int s : second >= OTHER ? new int[] {OTHER, FIRST} : new int[] {second}) {
                for (int t : third >= OTHER ? new int[] {OTHER, FIRST} : new int[] {third}) {
                    stop((first << BITS | s) << BITS | t);
                }
            }
        }
    }

    private void stop(int index) {
        stops[index >> 6] |= 1L << index;
    }

    /** @return the first place from {@code from} on where a number may begin, the length of the text if there is none */
    int next(String text, int from) {
        int n = text.length();
        int window = 0;
        for (int i = Math.max(0, from - 3); i < from; i++) {
            window = (window << BITS | classes[text.charAt(i)]) & MASK;
        }
        for (int i = from; i < n; i++) {
            window = (window << BITS | classes[text.charAt(i)]) & MASK;
            if ((stops[window >> 6] >>> window & 1) != 0) {
                int last = window & NUMERAL;
                boolean here = last == NUMERAL || last == FIRST && (window >> BITS & NUMERAL) == GAP;
                int start = here ? i : i - 2;
                if (start >= from) {
                    return start;
                }
            }
        }
        return n;
    }
}
