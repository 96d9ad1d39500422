package io.outlay.enrich.text.prose;

/** What each UTF-16 unit is to words: two tables of 64 Ki entries, of which a text touches a few lines. */
public final class WordChars {
    private static final byte GAP = 0;
    /** A letter or digit that goes on a word. */
    private static final byte JOINS = 1;
    /** A CJK character: a word of its own. */
    private static final byte STANDS_ALONE = 2;

    private static final byte[] KIND = new byte[1 << 16];
    private static final char[] LOWER = new char[1 << 16];

    static {
        for (int i = 0; i < 1 << 16; i++) {
            char c = (char) i;
            KIND[i] = !Character.isLetterOrDigit(c) ? GAP : isIdeograph(c) ? STANDS_ALONE : JOINS;
            LOWER[i] = c == '’' || c == '‘' ? '\'' : Character.toLowerCase(c);
        }
    }

    private WordChars() {}

    /** A letter or digit of any script. */
    public static boolean isWord(char c) {
        return KIND[c] != GAP;
    }

    static boolean joins(char c) {
        return KIND[c] == JOINS;
    }

    /** Lower case, typographic apostrophes made plain. */
    static char lower(char c) {
        return LOWER[c];
    }

    private static boolean isIdeograph(char c) {
        return c >= 0x3040 && c <= 0x9fff || c >= 0xac00 && c <= 0xd7a3;
    }
}
