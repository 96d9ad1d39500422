package io.outlay.dashboard.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Small numbers for strings that come again and again, from 0 on, for ever. */
final class Dictionary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int numberOf(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        numbers.put(word, words.size());
        words.add(word);
        return words.size() - 1;
    }

    int size() {
        return words.size();
    }

    /** For each number whether its word passes. */
    boolean[] passing(Predicate<String> test) {
        boolean[] passing = new boolean[words.size()];
        for (int i = 0; i < passing.length; i++) {
            passing[i] = test.test(words.get(i));
        }
        return passing;
    }

    void clear() {
        numbers.clear();
        words.clear();
    }
}
