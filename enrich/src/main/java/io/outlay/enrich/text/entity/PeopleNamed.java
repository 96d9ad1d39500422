package io.outlay.enrich.text.entity;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a capitalised name that acts is a person's: people, too, pledge and build. */
final class PeopleNamed {
    /** Words of firms' names that are in no person's: Compute, Digital, Power. */
    private static final WordSet TRADES = WordSet.named("trades");

    private static final WordSet TITLES = WordSet.named("titles");

    private final char[] body;
    /** Words that stand behind another capitalised word somewhere in the text; made when first asked for. */
    private @Nullable Set<String> surnames;

    PeopleNamed(char[] body) {
        this.body = body;
    }

    /** Of a single word, whether it is elsewhere a last name; of several, whether none of them is a firm's. */
    boolean isPerson(Surroundings around, int start, int end) {
        String before = around.wordBefore(start);
        if (TITLES.contains(before) || BusinessWords.isPost(before)) {
            return true;
        }
        boolean several = false;
        for (int at = start; at < end; ) {
            int wordEnd = at;
            while (wordEnd < end && Letters.isWord(body[wordEnd])) {
                wordEnd++;
            }
            if (TRADES.contains(body, at, wordEnd) || isAcronym(at, wordEnd)) {
                return false;
            }
            several |= wordEnd < end;
            at = wordEnd + 1;
        }
        return several || surnames().contains(new String(body, start, end - start));
    }

    /** {@code GSA}, {@code STT}; and {@code CloudHQ}, with capitals inside. */
    private boolean isAcronym(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (Letters.isUpper(body[at])) {
                return true;
            }
        }
        return false;
    }

    private Set<String> surnames() {
        Set<String> known = surnames;
        if (known == null) {
            known = new HashSet<>();
            for (int at = 2; at < body.length; at++) {
                boolean second = Letters.isUpper(body[at]) && body[at - 1] == ' ' && Letters.isWord(body[at - 2]);
                if (second && Letters.isUpper(body[Surroundings.startOfWordEndingAt(body, at - 1)])) {
                    int end = at;
                    while (end < body.length && Letters.isWord(body[end])) {
                        end++;
                    }
                    known.add(new String(body, at, end - at));
                }
            }
            surnames = known;
        }
        return known;
    }
}
