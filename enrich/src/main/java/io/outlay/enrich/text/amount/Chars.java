package io.outlay.enrich.text.amount;

/** What a character is to the scanner. ASCII is decided by comparison alone, the rest by {@link Character}. */
final class Chars {
    private Chars() {}

    /** Digits of any script, so that full-width and Devanagari ones count. */
    static boolean isDigit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    static int digit(char c) {
        return c < 128 ? c - '0' : Character.digit(c, 10);
    }

    static boolean isLetter(char c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return Character.isLetter(c);
    }

    /** Letters and the marks that stand on them: the vowel signs of Hindi are no letters by themselves. */
    static boolean isWord(char c) {
        if (c < 128) {
            return isLetter(c);
        }
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Scripts that put no space between words; there a word ends where its last character does. */
    static boolean isUnspaced(char c) {
        return c >= 0x0E00
                && ((c >= 0x3000 && c <= 0x9FFF) // kana, Han and their punctuation
                        || (c >= 0xAC00 && c <= 0xD7A3) // Hangul: particles follow without a space
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0x0E00 && c <= 0x0E7F)); // Thai
    }

    /** White space and characters of no width, all of which may stand inside an amount. */
    static boolean isSpace(char c) {
        if (c < 128) {
            return c == ' ' || c == '\n' || c == '\t' || c == '\r';
        }
        return c == 0x00A0
                || (c >= 0x2000 && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202F)
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0x3000
                || c == 0xFEFF;
    }

    static boolean isDash(char c) {
        return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == '~' || c == 0xFF5E || c == 0x301C;
    }

    /** The letters below 0958 to 095F, which carry a dot. */
    private static final String WITHOUT_NUKTA = "कखगजडढफय";

    /** What letters that count as equal have in common: the small one, and in Hindi the one without the dot below. */
    static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        if (c >= 0x0958 && c <= 0x095F) {
            return WITHOUT_NUKTA.charAt(c - 0x0958);
        }
        return Character.toLowerCase(c);
    }

    /** The most white space that may stand between the parts of an amount. */
    private static final int MAX_GAP = 4;

    /** @return the first place from {@code at} on that is not white space; {@code at} itself if the gap is too wide */
    static int skipSpace(String text, int at) {
        int i = at;
        while (i < text.length() && i - at <= MAX_GAP && isSpace(text.charAt(i))) {
            i++;
        }
        return i - at > MAX_GAP ? at : i;
    }

    /** The same to the left: the end of what stands before {@code at}, not below {@code floor}. */
    static int skipSpaceBefore(String text, int at, int floor) {
        int i = at;
        while (i > floor && at - i <= MAX_GAP && isSpace(text.charAt(i - 1))) {
            i--;
        }
        return at - i > MAX_GAP ? at : i;
    }
}
