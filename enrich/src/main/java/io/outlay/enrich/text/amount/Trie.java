package io.outlay.enrich.text.amount;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the longest of many words at a place of a text, forwards or backwards. All nodes live in one open-addressed table of
 * (node, character) → node; a step is one multiplication and usually one comparison, and nothing is allocated.
 *
 * <p>A word that ends in a letter only matches where the word of the text ends too, except in scripts without spaces. A word
 * written with a {@code *} at its end matches any word that begins so.
 *
 * @param <T> what a word means
 */
final class Trie<T> {
    static final long NONE = -1;

    /** The dot below a Devanagari letter, which many writers leave out; it is passed over. */
    private static final char NUKTA = 0x093C;

    private final boolean backwards;
    private final boolean foldCase;
    private final boolean wholeWords;
    private long[] keys = new long[1024];
    private int[] children = new int[1024];
    private int nodes = 1;
    private int[] wholeWord = new int[256];
    private int[] beginning = new int[256];
    private final List<T> meanings = new ArrayList<>();

    private Trie(boolean backwards, boolean foldCase, boolean wholeWords) {
        this.backwards = backwards;
        this.foldCase = foldCase;
        this.wholeWords = wholeWords;
        Arrays.fill(keys, NONE);
    }

    /** Reads to the right from a place. */
    static <T> Trie<T> forwards(boolean foldCase) {
        return new Trie<>(false, foldCase, true);
    }

    /** Reads to the left from a place; only whole words. */
    static <T> Trie<T> backwards(boolean foldCase) {
        return new Trie<>(true, foldCase, true);
    }

    /** Reads to the right; what it finds may go on as it likes, as the parts of a compound do. */
    static <T> Trie<T> parts() {
        return new Trie<>(false, true, false);
    }

    /** Adds a word; of two equal ones the first stays. */
    void add(String word, T meaning) {
        boolean prefix = word.endsWith("*");
        String letters = prefix ? word.substring(0, word.length() - 1) : word;
        int node = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(backwards ? letters.length() - 1 - i : i);
            if (c == NUKTA) {
                continue;
            }
            node = childOrNew(node, foldCase ? Chars.fold(c) : c);
        }
        int[] values = prefix ? beginning : wholeWord;
        if (values[node] == 0) {
            meanings.add(meaning);
            values[node] = meanings.size();
        }
    }

    /** @return the longest match as (other end, meaning), {@link #NONE} if there is none; see {@link #place} and {@link #meaning} */
    long longest(String text, int at, int bound) {
        return backwards ? longestBefore(text, at, bound) : longestAfter(text, at, bound);
    }

    /** The end of a match that is not {@code at}. */
    static int place(long match) {
        return (int) (match >>> 32);
    }

    T meaning(long match) {
        return meanings.get((int) match - 1);
    }

    private long longestAfter(String text, int at, int bound) {
        long best = NONE;
        int node = 0;
        for (int i = at; i < bound; ) {
            char c = text.charAt(i++);
            node = child(node, foldCase ? Chars.fold(c) : c);
            if (node < 0) {
                return best;
            }
            while (i < bound && text.charAt(i) == NUKTA) {
                i++;
            }
            if (wholeWord[node] != 0 && (!wholeWords || endsWord(text, i, c))) {
                best = pack(i, wholeWord[node]);
            } else if (beginning[node] != 0) {
                best = pack(endOfWord(text, i, bound), beginning[node]);
            }
        }
        return best;
    }

    private long longestBefore(String text, int at, int floor) {
        long best = NONE;
        int node = 0;
        for (int i = at; i > floor; ) {
            char c = text.charAt(--i);
            if (c == NUKTA) {
                continue;
            }
            node = child(node, foldCase ? Chars.fold(c) : c);
            if (node < 0) {
                return best;
            }
            if (wholeWord[node] != 0 && beginsWord(text, i, c)) {
                best = pack(i, wholeWord[node]);
            }
        }
        return best;
    }

    private static boolean endsWord(String text, int end, char last) {
        return end >= text.length()
                || !Chars.isWord(last)
                || Chars.isUnspaced(last)
                || !Chars.isWord(text.charAt(end))
                || Chars.isUnspaced(text.charAt(end));
    }

    private static boolean beginsWord(String text, int start, char first) {
        if (start == 0 || !Chars.isWord(first) || Chars.isUnspaced(first)) {
            return true;
        }
        char before = text.charAt(start - 1);
        return !Chars.isWord(before) && !Chars.isDigit(before) || Chars.isUnspaced(before);
    }

    private static int endOfWord(String text, int at, int bound) {
        int i = at;
        while (i < bound && Chars.isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static long pack(int place, int meaning) {
        return ((long) place << 32) | meaning;
    }

    private int child(int node, char c) {
        long key = ((long) node << 16) | c;
        int slot = slot(key);
        while (keys[slot] != NONE) {
            if (keys[slot] == key) {
                return children[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return -1;
    }

    private int childOrNew(int node, char c) {
        int child = child(node, c);
        if (child >= 0) {
            return child;
        }
        if (nodes * 2 >= keys.length) {
            grow();
        }
        if (nodes >= wholeWord.length) {
            wholeWord = Arrays.copyOf(wholeWord, nodes * 2);
            beginning = Arrays.copyOf(beginning, nodes * 2);
        }
        put(((long) node << 16) | c, nodes);
        return nodes++;
    }

    private void put(long key, int child) {
        int slot = slot(key);
        while (keys[slot] != NONE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = child;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[keys.length];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
    }
}
