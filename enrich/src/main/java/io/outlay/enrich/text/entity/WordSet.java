package io.outlay.enrich.text.entity;

import io.outlay.contracts.CsvTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A set of words that a stretch of text can be looked up in without making a string of it. Case matters. */
final class WordSet {
    private static final Map<String, WordSet> STANDARD = load();

    /** Open addressing; at most half full. */
    private final @Nullable String[] slots;

    private final int longest;
    private final List<String> words;

    private WordSet(Collection<String> all) {
        this.words = all.stream().sorted().toList();
        this.slots = new @Nullable String[Integer.highestOneBit(Math.max(2, words.size())) * 4];
        for (String word : words) {
            int slot = hash(word) & slots.length - 1;
            while (slots[slot] != null) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = word;
        }
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    static WordSet of(Collection<String> words) {
        return new WordSet(words);
    }

    /** A list of {@code entity-words.csv}. */
    static WordSet named(String list) {
        WordSet words = STANDARD.get(list);
        if (words == null) {
            throw new IllegalStateException("entity-words.csv has no list '" + list + "'; add it");
        }
        return words;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean contains(String word) {
        if (word.length() > longest || word.isEmpty()) {
            return false;
        }
        int slot = hash(word) & slots.length - 1;
        for (String known = slots[slot]; known != null; known = slots[slot]) {
            if (known.equals(word)) {
                return true;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return false;
    }

    boolean contains(char[] text, int from, int to) {
        if (to - from > longest || to == from) {
            return false;
        }
        int slot = hash(text, from, to) & slots.length - 1;
        for (String word = slots[slot]; word != null; word = slots[slot]) {
            if (isSame(word, text, from, to)) {
                return true;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return false;
    }

    private static boolean isSame(String word, char[] text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(String word) {
        int hash = word.hashCode();
        return hash ^ hash >>> 15;
    }

    /** As {@link #hash(String)} of the stretch. */
    private static int hash(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ hash >>> 15;
    }

    /** The words in their order, the same in every run. */
    @Override
    public String toString() {
        return words.toString();
    }

    private static Map<String, WordSet> load() {
        var lists = new HashMap<String, WordSet>();
        for (CsvTable.Row row :
                CsvTable.resource(WordSet.class, "entity-words.csv").rows()) {
            if (lists.put(row.need("list"), new WordSet(row.list("words"))) != null) {
                throw row.error("list '" + row.need("list") + "' stands twice; merge the two rows");
            }
        }
        return lists;
    }
}
