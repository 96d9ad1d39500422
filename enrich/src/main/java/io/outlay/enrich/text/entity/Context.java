package io.outlay.enrich.text.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lower-case words that tell an ambiguous name from the other things its letters may mean.
 *
 * @param speaksFor one of them nearby makes the name this row's
 * @param speaksAgainst one of them right beside the name makes it another thing ({@code Amazon} and {@code rainforest}); written
 *     with a leading minus in the tables
 * @param isSurname whether people bear the name too; {@code -surname} in the tables
 */
public record Context(Set<String> speaksFor, Set<String> speaksAgainst, boolean isSurname) {
    /** In the tables, among the words: the name is also a surname, so that a first name before it speaks against it. */
    private static final String SURNAME = "-surname";

    static final Context NONE = new Context(Set.of(), Set.of(), false);

    static Context parse(List<String> words) {
        if (words.isEmpty()) {
            return NONE;
        }
        var speaksFor = new HashSet<String>();
        var against = new HashSet<String>();
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.startsWith("-")) {
                against.add(lower.substring(1));
            } else {
                speaksFor.add(lower);
            }
        }
        return new Context(Set.copyOf(speaksFor), Set.copyOf(against), words.contains(SURNAME));
    }

    /** In the alphabet's order, whatever the sets' own: what is made of a row's text is the same in every process. */
    @Override
    public String toString() {
        return new TreeSet<>(speaksFor) + " " + new TreeSet<>(speaksAgainst) + " " + isSurname;
    }
}
