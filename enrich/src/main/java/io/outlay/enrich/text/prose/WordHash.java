package io.outlay.enrich.text.prose;

/**
 * The 64-bit hash (FNV-1a) of a word in lower case, with typographic apostrophes made plain, letter by letter: begin with
 * {@link #NONE}, add each letter, {@link #of} the end. Never 0.
 */
public final class WordHash {
    /** Before the first letter. */
    public static final long NONE = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private WordHash() {}

    public static long of(CharSequence text, int from, int to) {
        long hash = NONE;
        for (int i = from; i < to; i++) {
            hash = with(hash, text.charAt(i));
        }
        return done(hash);
    }

    public static long of(String word) {
        return of(word, 0, word.length());
    }

    public static long with(long hash, char letter) {
        return (hash ^ WordChars.lower(letter)) * PRIME;
    }

    public static long done(long hash) {
        return hash == 0 ? 1 : hash;
    }

    /** Where a table of {@code mask + 1} slots begins to look for the word. */
    static int slot(long hash, int mask) {
        return (int) (hash ^ hash >>> 32) & mask;
    }
}
