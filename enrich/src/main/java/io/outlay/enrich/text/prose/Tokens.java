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

    /** Equal for equal words whatever their case, see {@link WordHash}; 0 for no word. */
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

    /** The {@code i}th character of the token. */
    public char charAt(int token, int i) {
        return body.charAt(starts[token] + i);
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

    private void read(int from, int to) {
        int i = from;
        while (i < to) {
            char c = body.charAt(i);
            if (WordChars.joins(c)) {
                i = word(i, to);
            } else if (WordChars.isWord(c)) {
                add(i, i + 1, WordHash.of(body, i, i + 1));
                i++;
            } else if (c == ' ') {
                i++;
            } else if (isApostrophe(c) && isPossessive(i, to)) {
                add(i, i + 2, WordHash.of(body, i, i + 2));
                i += 2;
            } else {
                if (plain(c) != ' ' && !isJoiningHyphen(i, from, to)) {
                    add(i, i + 1, 0);
                }
                i++;
            }
        }
    }

    /** Takes the word that begins at {@code start}; returns its end. */
    private int word(int start, int to) {
        long hash = WordHash.with(WordHash.NONE, body.charAt(start));
        int end = start + 1;
        while (end < to && (WordChars.joins(body.charAt(end)) || continuesWord(end, to))) {
            hash = WordHash.with(hash, body.charAt(end++));
        }
        add(start, end, WordHash.done(hash));
        return end;
    }

    /** Whether a mark at {@code i} is inside a word. */
    private boolean continuesWord(int i, int to) {
        char c = body.charAt(i);
        if (c == ' ' || WordChars.isWord(c)) {
            return false;
        }
        if (i + 1 >= to || !WordChars.isWord(body.charAt(i + 1))) {
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
                && WordChars.lower(body.charAt(i + 1)) == 's'
                && (i + 2 >= to || !WordChars.isWord(body.charAt(i + 2)))
                && i > 0
                && WordChars.isWord(body.charAt(i - 1));
    }

    private boolean isJoiningHyphen(int i, int from, int to) {
        char c = body.charAt(i);
        return (c == '-' || c == '\u2010' || c == '\u2011' || c == '\u00ad')
                && i > from
                && i + 1 < to
                && WordChars.isWord(body.charAt(i - 1))
                && WordChars.isWord(body.charAt(i + 1));
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
