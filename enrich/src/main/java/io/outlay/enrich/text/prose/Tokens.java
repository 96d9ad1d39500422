package io.outlay.enrich.text.prose;

import java.util.Arrays;

/**
 * The words and marks of one stretch of text, as parallel arrays (UTF-16 offsets into the body). A hyphen between letters only
 * separates: {@code data-center} is two words. {@code 's} is a word of its own. Each CJK character is a word.
 */
public final class Tokens {
    private final String body;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private long[] hashes = new long[64];
    private int size;

    private Tokens(String body) {
        this.body = body;
    }

    public static Tokens of(String body, int from, int to) {
        Tokens tokens = new Tokens(body);
        tokens.read(from, to);
        return tokens;
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    /** Equal for equal words whatever their case, see {@link #hash}; 0 for no word. */
    public long hash(int token) {
        return hashes[token];
    }

    /** The mark that the token is, in a plain form (quotes and dashes unified), or 0 for a word. */
    public char mark(int token) {
        char c = body.charAt(starts[token]);
        return hashes[token] != 0 ? 0 : plain(c);
    }

    public boolean isCapitalised(int token) {
        return Character.isUpperCase(body.charAt(starts[token]));
    }

    public String text(int token) {
        return body.substring(starts[token], ends[token]);
    }

    /** The body from the first of the tokens to the last, end exclusive. */
    public String text(int from, int to) {
        return body.substring(starts[from], ends[to - 1]);
    }

    /** The first token that begins at or after {@code offset}. */
    public int firstFrom(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at >= 0 ? at : -at - 1;
    }

    /** The first token that ends after {@code offset}. */
    public int firstEndingAfter(int offset) {
        int at = Arrays.binarySearch(ends, 0, size, offset + 1);
        return at >= 0 ? at : -at - 1;
    }

    /** A 64-bit hash (FNV-1a) of the word in lower case, with typographic apostrophes made plain; never 0. */
    public static long hash(CharSequence text, int from, int to) {
        long h = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            h = (h ^ lower(text.charAt(i))) * 0x100000001b3L;
        }
        return h == 0 ? 1 : h;
    }

    private void read(int from, int to) {
        int i = from;
        while (i < to) {
            char c = body.charAt(i);
            if (isWord(c)) {
                int end = i + 1;
                if (!isIdeograph(c)) {
                    while (end < to && continuesWord(end, to)) {
                        end++;
                    }
                }
                add(i, end, hash(body, i, end));
                i = end;
            } else if (isApostrophe(c) && isPossessive(i, to)) {
                add(i, i + 2, hash(body, i, i + 2));
                i += 2;
            } else {
                if (plain(c) != ' ' && !isJoiningHyphen(i, from, to)) {
                    add(i, i + 1, 0);
                }
                i++;
            }
        }
    }

    private boolean continuesWord(int i, int to) {
        char c = body.charAt(i);
        if (isWord(c)) {
            return !isIdeograph(c);
        }
        if (i + 1 >= to || !isWord(body.charAt(i + 1))) {
            // The closing stop of "U.S."
            return c == '.' && i >= 2 && body.charAt(i - 2) == '.' && Character.isUpperCase(body.charAt(i - 1));
        }
        if (isApostrophe(c)) {
            return !isPossessive(i, to);
        }
        // "U.S.", "3.5", "1,000": a stop or comma between digits, a stop after a single capital.
        return (c == '.' || c == ',') && Character.isDigit(body.charAt(i - 1)) && Character.isDigit(body.charAt(i + 1))
                || c == '.'
                        && Character.isUpperCase(body.charAt(i - 1))
                        && Character.isUpperCase(body.charAt(i + 1))
                        && (i < 2 || !Character.isLetter(body.charAt(i - 2)));
    }

    private boolean isPossessive(int i, int to) {
        return i + 1 < to
                && lower(body.charAt(i + 1)) == 's'
                && (i + 2 >= to || !isWord(body.charAt(i + 2)))
                && i > 0
                && isWord(body.charAt(i - 1));
    }

    private boolean isJoiningHyphen(int i, int from, int to) {
        char c = body.charAt(i);
        return (c == '-' || c == '\u2010' || c == '\u2011' || c == '\u00ad')
                && i > from
                && i + 1 < to
                && isWord(body.charAt(i - 1))
                && isWord(body.charAt(i + 1));
    }

    private void add(int start, int end, long hash) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size++] = hash;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘';
    }

    private static boolean isWord(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        return Character.isLetterOrDigit(c);
    }

    private static boolean isIdeograph(char c) {
        return c >= 0x3040 && c <= 0x9fff || c >= 0xac00 && c <= 0xd7a3;
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '’' || c == '‘' ? '\'' : Character.toLowerCase(c);
    }

    /** Marks in one form each; a space for what is no mark at all (white space, zero-width and control characters). */
    private static char plain(char c) {
        return switch (c) {
            case '“', '”', '«', '»', '„', '「', '」' -> '"';
            case '–', '—', '―', '−' -> '—';
            case '（', '[' -> '(';
            case '）', ']' -> ')';
            case '，', '、' -> ',';
            case '；' -> ';';
            case '：' -> ':';
            case '。' -> '.';
            default -> Sentences.isSpace(c) || Character.getType(c) == Character.FORMAT ? ' ' : c;
        };
    }
}
