package io.outlay.enrich.text.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The lower-case words that tell an ambiguous name from the other things its letters may mean.
 *
 * @param speaksFor one of them nearby makes the name this row's
 * @param speaksAgainst one of them right beside the name makes it another thing ({@code Amazon} and {@code rainforest}); written
 *     with a leading minus in the tables
 * @param isSurname whether people bear the name too; {@code -surname} in the tables
 */
record Context(WordSet speaksFor, WordSet speaksAgainst, boolean isSurname) {
    /** In the tables, among the words: the name is also a surname, so that a first name before it speaks against it. */
    private static final String SURNAME = "-surname";

    static final Context NONE = new Context(WordSet.of(Set.of()), WordSet.of(Set.of()), false);

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
        return new Context(WordSet.of(speaksFor), WordSet.of(against), words.contains(SURNAME));
    }
}
