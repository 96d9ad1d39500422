package io.outlay.enrich.text.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spells names: at each place where a name may begin, the longest name of the tables whose letters, case and edges fit. Built once,
 * then only read.
 */
final class NameFinder {
    /** More spaces in a row than this end a name. */
    private static final int MOST_SPACES = 8;

    /** What a Korean name may carry at its end. */
    private static final String KOREAN_PARTICLES = "은는이가을를의에와과도로만등측서";

    /** 32 KiB, thinly filled by the few thousand first words. */
    private static final int FIRST_WORD_BITS = 1 << 18;

    /** More of a first word is not looked at, so that hostile text stays linear. */
    private static final int LONGEST_FIRST_WORD = 24;

    private final NameTrie trie = new NameTrie();
    private final List<List<Sense>> senses = new ArrayList<>();
    /** The root's edges once more, by letter, so that most words are done after one look. */
    private final int[] first = new int[1 << 16];

    /** One bit for the hash of each name's first word: most capitalised words begin no name, and are done after one look here. */
    private final long[] firstWords = new long[FIRST_WORD_BITS / Long.SIZE];

    NameFinder(List<Sense> all) {
        for (Sense sense : all) {
            char[] name = sense.alias().text().toCharArray();
            int hash = hashOfFirstWord(name, 0);
            firstWords[hash >>> 6] |= 1L << hash;
            int node = trie.add(sense.alias().text());
            if (trie.value(node) == NameTrie.NONE) {
                trie.setValue(node, senses.size());
                senses.add(new ArrayList<>());
            }
            senses.get(trie.value(node)).add(sense);
        }
        for (int c = 0; c < first.length; c++) {
            first[c] = trie.next(NameTrie.ROOT, (char) c);
        }
    }

    /** Whether a name may begin with the word at {@code start}; false is certain. */
    boolean mayBegin(char[] body, int start) {
        int hash = hashOfFirstWord(body, start);
        return (firstWords[hash >>> 6] & 1L << hash) != 0;
    }

    /**
     * Of the word's letters as they are compared, up to the first that is no letter or digit of a script with capitals; what is passed over
     * ({@link Letters#SKIPPED}) is passed over here too.
     */
    private static int hashOfFirstWord(char[] text, int start) {
        int hash = 0;
        int limit = Math.min(text.length, start + LONGEST_FIRST_WORD);
        for (int i = start; i < limit; i++) {
            byte kind = Letters.classOfUnit(text[i]);
            if (kind == Letters.UPPER || kind == Letters.LOWER || kind == Letters.DIGIT) {
                hash = 31 * hash + Letters.fold(text[i]);
            } else if (Letters.fold(text[i]) != Letters.SKIPPED) {
                break;
            }
        }
        return (hash ^ hash >>> 16) & FIRST_WORD_BITS - 1;
    }

    /** @return the longest name that begins at {@code start}, null when none does */
    @Nullable
    Candidate longestAt(char[] body, int start) {
        int node = first[Letters.fold(body[start])];
        if (node == NameTrie.NONE) {
            return null;
        }
        Candidate longest = null;
        int spaces = 0;
        int at = start;
        boolean stepped = true;
        while (true) {
            int value = stepped ? trie.value(node) : NameTrie.NONE;
            if (value != NameTrie.NONE && endsWell(body, start, at + 1)) {
                List<Sense> fitting = fitting(senses.get(value), body, start, at + 1);
                if (!fitting.isEmpty()) {
                    longest = new Candidate(start, at + 1, fitting);
                }
            }
            at = nextUnit(body, at);
            if (at >= body.length) {
                return longest;
            }
            char c = Letters.fold(body[at]);
            if (c == ' ' && Letters.fold(body[at - 1]) == ' ' || c == Letters.SKIPPED) {
                if (++spaces > MOST_SPACES || c == ' ' && body[at] == '\n' && paragraphEnds(body, at)) {
                    return longest;
                }
                stepped = false;
                continue;
            }
            stepped = true;
            node = trie.next(node, c);
            if (node == NameTrie.NONE) {
                return longest;
            }
        }
    }

    /** The offset after {@code at}; the HTML entity of an ampersand counts as the sign. */
    static int nextUnit(char[] body, int at) {
        boolean entity = body[at] == '&'
                && at + 4 < body.length
                && body[at + 1] == 'a'
                && body[at + 2] == 'm'
                && body[at + 3] == 'p'
                && body[at + 4] == ';';
        return entity ? at + 5 : at + 1;
    }

    private static boolean paragraphEnds(char[] body, int lineEnd) {
        return lineEnd > 0 && body[lineEnd - 1] == '\n';
    }

    private static List<Sense> fitting(List<Sense> senses, char[] body, int start, int end) {
        for (Sense sense : senses) {
            if (!sense.alias().caseAgrees(body, start, end)) {
                var rest = new ArrayList<Sense>(senses.size());
                for (Sense other : senses) {
                    if (other.alias().caseAgrees(body, start, end)) {
                        rest.add(other);
                    }
                }
                return rest;
            }
        }
        return senses;
    }

    /** A name ends where its word ends; in scripts without gaps, where no word goes on in the same letters. */
    private static boolean endsWell(char[] body, int start, int end) {
        if (end >= body.length) {
            return true;
        }
        char last = body[end - 1];
        char next = body[end];
        byte kind = Letters.classOfUnit(last);
        if (kind == Letters.IDEOGRAPH) {
            return !(Letters.isKatakana(last) && Letters.isKatakana(next))
                    && !(Letters.isKatakana(body[start]) && start > 0 && Letters.isKatakana(body[start - 1]));
        }
        if (kind == Letters.OTHER || !Letters.isWord(next)) {
            return true;
        }
        if (Letters.isHangul(last)) {
            return !Letters.isHangul(next) || KOREAN_PARTICLES.indexOf(next) >= 0;
        }
        return Letters.classOfUnit(next) == Letters.IDEOGRAPH || Letters.classOfUnit(next) == Letters.CASELESS;
    }
}
