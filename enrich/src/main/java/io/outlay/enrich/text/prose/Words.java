package io.outlay.enrich.text.prose;

/** A few words, in any case, that tokens are compared with by their hashes; immutable. */
public final class Words {
    /** Open addressing, at most half full; 0, which is no word's hash, marks a free slot. */
    private final long[] slots;

    private Words(String[] words) {
        slots = new long[Integer.highestOneBit(Math.max(2, words.length)) * 4];
        for (String word : words) {
            long hash = WordHash.of(word);
            int slot = WordHash.slot(hash, slots.length - 1);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = hash;
        }
    }

    public static Words of(String... words) {
        return new Words(words);
    }

    /** @param word a word's hash; 0, no word, is never one of them */
    public boolean contains(long word) {
        for (int slot = WordHash.slot(word, slots.length - 1); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (slots[slot] == word) {
                return true;
            }
        }
        return false;
    }
}
