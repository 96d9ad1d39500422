package io.outlay.enrich.text.prose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a word's hash to what it means, without a box around the hash. Immutable; open addressing, at most a quarter full. */
final class WordMap<V> {
    /** 0, which is no word's hash, marks a free slot. */
    private final long[] words;

    private final @Nullable Object[] values;

    WordMap(Map<Long, V> meanings) {
        int slots = Integer.highestOneBit(Math.max(4, meanings.size())) * 8;
        words = new long[slots];
        values = new Object[slots];
        meanings.forEach(this::put);
    }

    private void put(long word, V value) {
        int mask = words.length - 1;
        int slot = WordHash.slot(word, mask);
        while (words[slot] != 0) {
            slot = slot + 1 & mask;
        }
        words[slot] = word;
        values[slot] = value;
    }

    /** @param word 0 for no word, which means nothing */
    @SuppressWarnings("unchecked") // only put fills the table
    @Nullable
    V get(long word) {
        int mask = words.length - 1;
        for (int slot = WordHash.slot(word, mask); words[slot] != 0; slot = slot + 1 & mask) {
            if (words[slot] == word) {
                return (V) values[slot];
            }
        }
        return null;
    }
}
