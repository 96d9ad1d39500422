package io.outlay.enrich.text.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The names of a model's signs; a sign is its place among them, so that weighing one takes no look-up. */
final class Vocabulary {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    int add(String name) {
        if (ids.put(name, names.size()) != null) {
            throw new IllegalStateException("two signs are called " + name);
        }
        names.add(name);
        return names.size() - 1;
    }

    /** A sign for each of the values, by their ordinals: {@code before-capex}, {@code before-invest}. */
    int[] addEach(String prefix, Enum<?>[] values) {
        int[] added = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            added[i] = add(prefix + word(values[i]));
        }
        return added;
    }

    /** As {@link #addEach(String, Enum[])}, only for those that pass; -1 stands for the others. */
    <E extends Enum<E>> int[] addSome(String prefix, E[] values, Predicate<E> which) {
        int[] added = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            added[i] = which.test(values[i]) ? add(prefix + word(values[i])) : -1;
        }
        return added;
    }

    int[] addEach(String prefix, String... words) {
        int[] added = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            added[i] = add(prefix + words[i]);
        }
        return added;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int size() {
        return names.size();
    }

    String name(int sign) {
        return names.get(sign);
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
