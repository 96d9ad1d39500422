package io.outlay.enrich.text.claim;

import io.outlay.enrich.text.claim.Scene.Placed;
import io.outlay.enrich.text.entity.FoundEntity;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;
import io.outlay.enrich.text.prose.Tokens;
import io.outlay.enrich.text.prose.Words;
import java.util.ArrayList;
import java.util.List;

/** Collects what the cue words of a sentence say of one of its amounts. */
final class RoleReader {
    /** Words after an amount that end its noun phrase. */
    private static final Words PREPOSITIONS = Words.of("in", "of", "on", "for", "into", "towards", "toward", "worth");

    private static final Words BREAKERS = Words.of(
            "as",
            "amid",
            "despite",
            "even",
            "following",
            "to",
            "from",
            "with",
            "by",
            "at",
            "over",
            "and",
            "or",
            "is",
            "was",
            "are",
            "were",
            "will",
            "would",
            "that",
            "which",
            "who",
            "after",
            "before",
            "through",
            "between",
            "this",
            "last",
            "next",
            "has",
            "had",
            "have",
            "the",
            "a",
            "an",
            "its",
            "while",
            "but",
            "when",
            "under",
            "per",
            "during",
            "since",
            "until",
            "said",
            "it",
            "they",
            "he",
            "she");

    private static final int LONGEST_BRACKETS = 16;
    private static final double NEAR_RIGHT = 5.0;
    private static final double MODIFIER = 0.55;

    private RoleReader() {}

    /** All votes on the amount, the loudest first. */
    static List<Vote> votes(Scene scene, Placed<Money> money) {
        List<Vote> votes = new ArrayList<>();
        int phraseStart = afterBrackets(scene, money.to());
        int phraseEnd = phraseEnd(scene, phraseStart);
        int lastHead = lastCueBefore(scene, phraseStart, phraseEnd);
        Vote lending = Lending.vote(scene, money);
        if (lending != null) {
            votes.add(lending);
        }
        for (Cue cue : scene.cues()) {
            if (cue.kind() == CueKind.BASELINE && isBeforeName(scene, cue)
                    || cue.kind() == CueKind.FUNDING && isOfAPlan(scene, cue)
                    || lending != null && cue.kind() == CueKind.FORECAST && scene.isInName(cue)
                    || lending != null && Lending.isCredit(scene, money, cue)) {
                continue;
            }
            for (RoleTable.Row row : RoleTable.standard().of(cue.kind())) {
                double weight = weight(scene, money, cue, row, phraseEnd, lastHead);
                if (weight > 0.02) {
                    votes.add(new Vote(row.role(), weight, cue.kind(), cue));
                }
            }
        }
        votes.sort(Vote.LOUDEST_FIRST);
        return votes;
    }

    /** {@code from Dell}, {@code against Oracle}: somebody is named, no figure to compare with. */
    private static boolean isBeforeName(Scene scene, Cue cue) {
        for (Placed<FoundEntity> name : scene.names()) {
            if (name.from() == cue.to() && name.what().company() != null) {
                return cue.to() - cue.from() == 1;
            }
        }
        return false;
    }

    /** {@code raising the outlay}, {@code raised its full-year forecast}: a plan goes up, no money is raised. */
    private static boolean isOfAPlan(Scene scene, Cue raised) {
        for (Cue cue : scene.cues()) {
            boolean plan = cue.kind() == CueKind.CAPEX
                    || cue.kind() == CueKind.SPENDING
                    || cue.kind() == CueKind.EXPECT
                    || cue.kind() == CueKind.PROJECT;
            if (plan
                    && cue.from() > raised.to()
                    && cue.from() <= raised.to() + 4
                    && Grammar.is(scene.tokens(), raised.to(), OWNED)) {
                return true;
            }
        }
        return false;
    }

    private static final Words OWNED = Words.of("its", "the", "their", "our", "this");

    private static double weight(
            Scene scene, Placed<Money> money, Cue cue, RoleTable.Row row, int phraseEnd, int lastHead) {
        if (cue.to() <= money.from()) {
            int distance = scene.steps(cue.to(), money.from());
            return distance > row.reach() ? 0 : row.left() / (1 + (double) distance / row.fade());
        }
        if (cue.from() < money.to()) {
            return 0;
        }
        int distance = scene.steps(money.to(), cue.from());
        if (distance > row.reach()) {
            return 0;
        }
        if (cue.to() <= phraseEnd) {
            return cue.from() == lastHead ? row.head() : Math.max(MODIFIER * row.head(), row.right());
        }
        if (isAfterPreposition(scene, afterBrackets(scene, money.to()), cue.from())) {
            return row.of() / (1 + Math.max(0, distance - 3) / NEAR_RIGHT);
        }
        return row.right() / (1 + distance / NEAR_RIGHT);
    }

    /** Behind a conversion in brackets: {@code $30bn (£22bn) [spending package]}. */
    static int afterBrackets(Scene scene, int from) {
        Tokens tokens = scene.tokens();
        if (from >= tokens.size() || tokens.mark(from) != '(') {
            return from;
        }
        for (int t = from + 1; t < Math.min(tokens.size(), from + LONGEST_BRACKETS); t++) {
            if (tokens.mark(t) == ')') {
                return t + 1;
            }
        }
        return from;
    }

    /** Whether the comma at the token only joins two measures: {@code $500 billion, 10-gigawatt commitment}. */
    private static boolean joinsMeasures(Tokens tokens, int t) {
        return tokens.mark(t) == ','
                && t + 1 < tokens.size()
                && (Character.isDigit(tokens.text(t + 1).charAt(0)) || COUNTS.contains(tokens.hash(t + 1)));
    }

    private static final Words COUNTS = Words.of(
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "multi", "decade", "multiyear");

    /** Where the noun phrase that the amount opens ends: {@code $30 billion [cloud services deal] with}. */
    private static int phraseEnd(Scene scene, int from) {
        Tokens tokens = scene.tokens();
        int t = from;
        while (t < tokens.size() && t < from + 7) {
            long word = tokens.hash(t);
            boolean mark = word == 0 && tokens.mark(t) != '"' && !(t == from && joinsMeasures(tokens, t));
            if (mark || PREPOSITIONS.contains(word) || BREAKERS.contains(word)) {
                break;
            }
            t++;
        }
        return t;
    }

    /** Where the last cue noun within the phrase begins: the phrase's head; -1 without one. */
    private static int lastCueBefore(Scene scene, int from, int phraseEnd) {
        int last = -1;
        for (Cue cue : scene.cues()) {
            if (cue.from() >= from
                    && cue.to() <= phraseEnd
                    && !RoleTable.standard().of(cue.kind()).isEmpty()) {
                last = cue.from();
            }
        }
        return last;
    }

    /** Whether only one preposition and the words of its phrase lie between: {@code [in new AI] investments}. */
    private static boolean isAfterPreposition(Scene scene, int from, int to) {
        Tokens tokens = scene.tokens();
        int t = from;
        while (t < to && tokens.mark(t) == ')') {
            t++;
        }
        if (t >= to || !PREPOSITIONS.contains(tokens.hash(t))) {
            return false;
        }
        for (t++; t < to; t++) {
            long word = tokens.hash(t);
            if (word == 0 && tokens.mark(t) != '"' || word != 0 && BREAKERS.contains(word) && !isArticle(word)) {
                return false;
            }
        }
        return true;
    }

    private static final Words ARTICLES = Words.of("the", "a", "an", "its", "this");

    private static boolean isArticle(long word) {
        return ARTICLES.contains(word);
    }

    /** Where the noun phrase ends that the amount opens, over a conversion in brackets. */
    static int phraseEndBehind(Scene scene, int to) {
        return phraseEnd(scene, afterBrackets(scene, to));
    }

    /** Whether only one preposition leads from the amount to the cue. */
    static boolean isBehindOnePreposition(Scene scene, int to, int cue) {
        return isAfterPreposition(scene, afterBrackets(scene, to), cue);
    }
}
