package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.WordHash;
import io.outlay.enrich.text.prose.Words;

/** Small questions on the words around a position. */
final class Grammar {
    private static final Words PREPOSITIONS = Words.of(
            "of",
            "in",
            "on",
            "for",
            "with",
            "from",
            "to",
            "into",
            "at",
            "by",
            "against",
            "over",
            "than",
            "like",
            "via",
            "through",
            "including",
            "between",
            "among",
            "alongside",
            "behind",
            "versus",
            "rival",
            "rivals",
            "about",
            "unlike",
            "toward",
            "towards",
            "under",
            "using",
            "beyond");
    private static final Words DETERMINERS =
            Words.of("the", "a", "an", "its", "their", "this", "rival", "fellow", "parent", "both", "'s");
    private static final Words THE = Words.of("the", "this", "its", "that");

    private Grammar() {}

    /** Whether a preposition governs the name that begins at the token ({@code with Oracle}, {@code in the Oracle deal}). */
    static boolean isOblique(Scene scene, int from) {
        Tokens tokens = scene.tokens();
        for (int t = from - 1; t >= Math.max(0, from - 5); t--) {
            long word = tokens.hash(t);
            if (word == 0) {
                return tokens.mark(t) == '(';
            }
            if (PREPOSITIONS.contains(word)) {
                return true;
            }
            if (!DETERMINERS.contains(word) && !isAttribute(tokens, t)) {
                return false;
            }
        }
        return false;
    }

    /** A word that may stand between a preposition and a name: {@code with [chip designer] Arm}. */
    private static boolean isAttribute(Tokens tokens, int t) {
        return tokens.end(t) - tokens.start(t) > 3 && !VERBAL.contains(tokens.hash(t));
    }

    private static final Words VERBAL = Words.of(
            "said",
            "says",
            "that",
            "will",
            "would",
            "announced",
            "plans",
            "expects",
            "which",
            "while",
            "when",
            "where",
            "because",
            "have",
            "been",
            "were",
            "unveiled",
            "revealed",
            "reported",
            "pledged",
            "committed");

    /** Whether {@code the}, {@code this} or {@code its} leads the noun at the token, at most four words before it. */
    static int definiteBefore(Scene scene, int noun) {
        Tokens tokens = scene.tokens();
        for (int t = noun - 1; t >= Math.max(0, noun - 4); t--) {
            if (tokens.hash(t) == 0) {
                return -1;
            }
            if (THE.contains(tokens.hash(t))) {
                return t;
            }
        }
        return -1;
    }

    static boolean isPossessive(Scene scene, int to) {
        Tokens tokens = scene.tokens();
        return to < tokens.size() && (tokens.hash(to) == S || tokens.mark(to) == '\'' || tokens.mark(to) == '’');
    }

    private static final long S = WordHash.of("'s");

    static boolean is(Tokens tokens, int t, Words words) {
        return t >= 0 && t < tokens.size() && words.contains(tokens.hash(t));
    }
}
