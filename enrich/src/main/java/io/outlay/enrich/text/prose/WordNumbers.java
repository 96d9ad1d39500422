package io.outlay.enrich.text.prose;

import java.util.HashMap;
import java.util.Map;

/** Words that stand for small numbers, in any case; immutable. */
public final class WordNumbers {
    private final Map<Long, Integer> all;
    private final WordMap<Integer> numbers;

    private WordNumbers(Map<Long, Integer> all) {
        this.all = all;
        this.numbers = new WordMap<>(all);
    }

    /** The first word is {@code first}, each next one more. */
    public static WordNumbers counting(int first, String... words) {
        return new WordNumbers(Map.of()).and(first, words);
    }

    /** These words too. */
    public WordNumbers and(int first, String... words) {
        Map<Long, Integer> both = new HashMap<>(all);
        for (int i = 0; i < words.length; i++) {
            both.put(WordHash.of(words[i]), first + i);
        }
        return new WordNumbers(both);
    }

    /** @param word a word's hash; 0 for any that is no number, and for no word */
    public int get(long word) {
        Integer number = numbers.get(word);
        return number == null ? 0 : number;
    }
}
