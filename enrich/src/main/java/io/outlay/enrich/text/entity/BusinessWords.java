package io.outlay.enrich.text.entity;

import java.util.Locale;

/** What the words around a capitalised name say of it: that it is a firm. */
final class BusinessWords {
    /** What a firm is called when it is introduced: {@code AI cloud startup Volta}, {@code Apollo, the giant asset manager}. */
    private static final WordSet FIRMS = WordSet.named("firms");

    /** What may also be a person: it introduces a name that is known to be a firm's, and no unknown one. */
    private static final WordSet FIRMS_OR_PEOPLE = WordSet.named("firms-or-people");

    private static final WordSet MANY = WordSet.named("many-firms");

    private static final WordSet POSTS = WordSet.named("posts");

    private static final WordSet OFFICERS = WordSet.named("officers");

    private static final WordSet VERBS = WordSet.named("firm-verbs");

    private static final WordSet PLANS = WordSet.named("plans");

    /** Behind these words an apposition speaks of something else. */
    private static final WordSet TURNS = WordSet.named("turns");

    /** How many words an apposition may take to come to its noun. */
    private static final int APPOSITION_WORDS = 7;

    private BusinessWords() {}

    private static boolean isFirm(String word) {
        return FIRMS.contains(word);
    }

    private static boolean mayBeFirm(String word) {
        return FIRMS.contains(word) || FIRMS_OR_PEOPLE.contains(word);
    }

    static boolean isPost(String word) {
        return POSTS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** {@code startup Volta}, {@code analyst at Apollo}, {@code companies like Lovable}. */
    static boolean introduces(Surroundings around, int start) {
        return introducesFirm(around, start) || mayBeFirm(around.wordBefore(start));
    }

    /** As {@link #introduces}, for names that may be a person's: only by words that no person bears. */
    static boolean introducesFirm(Surroundings around, int start) {
        String before = around.wordBefore(start);
        if (before.isEmpty()) {
            return false;
        }
        if (isFirm(before)) {
            return true;
        }
        int earlierEnd = around.startOfWordBefore(start);
        return switch (before) {
            case "at", "of", "with" -> POSTS.contains(around.wordBefore(earlierEnd));
            case "like", "including" -> MANY.contains(around.wordBeforeAnyDash(earlierEnd));
            case "as" ->
                around.wordBefore(earlierEnd).equals("such")
                        && MANY.contains(around.wordBeforeAnyDash(around.startOfWordBefore(earlierEnd)));
            default -> false;
        };
    }

    /** {@code companies including Acme}: an enumeration of firms begins with the name. */
    static boolean opensListOfFirms(Surroundings around, int start) {
        String before = around.wordBefore(start);
        boolean opens =
                before.equals("including") || before.equals("like") || before.equals("as") || before.equals("include");
        return opens && introducesFirm(around, start);
    }

    static boolean isOfficer(char[] text, int from, int to) {
        return OFFICERS.contains(text, from, to);
    }

    /** {@code Acme CEO}, {@code Acme's shares}: only firms have them. */
    static boolean hasOfficers(Surroundings around, int end) {
        boolean possessive = Letters.fold(around.unitAt(end)) == '\'' && around.unitAt(end + 1) == 's';
        return OFFICERS.contains(around.wordAfter(possessive ? end + 2 : end));
    }

    /**
     * {@code , an Australian data-centre builder,}: the offset of the apposition's noun, -1 when there is none.
     *
     * @param definite whether {@code the giant asset manager} will do as well
     */
    static int apposition(Surroundings around, int end, boolean definite) {
        if (around.unitAt(end) != ',' || around.unitAt(end + 1) != ' ') {
            return -1;
        }
        String article = around.wordAfter(end + 1);
        if (!article.equals("a") && !article.equals("an") && !(definite && article.equals("the"))) {
            return -1;
        }
        int at = end + 2 + article.length();
        for (int word = 0; word < APPOSITION_WORDS; word++) {
            String next = around.wordAfter(at);
            if (next.isEmpty() && !isHyphen(around, at)) {
                return -1;
            }
            int nextEnd = next.isEmpty() ? at + 1 : around.endOfWordAfter(at);
            boolean possessive = Letters.fold(around.unitAt(nextEnd)) == '\'';
            boolean startUp = next.equals("start") && around.unitAt(nextEnd) == '-';
            if (startUp || (definite ? mayBeFirm(next) : isFirm(next))) {
                return possessive || isPost(around.wordAfter(nextEnd)) ? -1 : at;
            }
            if (TURNS.contains(next) || isPost(next)) {
                return -1;
            }
            at = nextEnd;
        }
        return -1;
    }

    private static boolean isHyphen(Surroundings around, int at) {
        return around.unitAt(at) == '-';
    }

    /** {@code [Acme] will invest}, {@code [Acme 02] has announced a €2 billion campus}: what is said of those who pay. */
    static boolean laysOutMoney(Surroundings around, int end) {
        boolean ahead = false;
        String number = around.wordAfter(end);
        int at = !number.isEmpty() && Character.isDigit(number.charAt(0)) ? around.endOfWordAfter(end) : end;
        for (int word = 0; word < CLAUSE_WORDS; word++) {
            String next = around.wordAfter(at);
            at = around.endOfWordAfter(at);
            if (ahead && LAYS_OUT.contains(next)) {
                return true;
            }
            if (MAKES_KNOWN.contains(next) && opensAmount(around, at)) {
                return true;
            }
            if (!BEFORE_VERBS.contains(next)) {
                return false;
            }
            ahead |= AHEAD.contains(next);
        }
        return false;
    }

    /** {@code a}, {@code plans for a new}, and then a number with its currency before the clause ends. */
    private static boolean opensAmount(Surroundings around, int from) {
        for (int at = from; at < from + AMOUNT_REACH; at++) {
            char c = around.unitAt(at);
            if (c == '.' || c == ',' || c == '\n') {
                return false;
            }
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    private static final WordSet BEFORE_VERBS = WordSet.named("before-payers-verbs");
    private static final WordSet AHEAD = WordSet.named("ahead");
    private static final WordSet LAYS_OUT = WordSet.named("lays-out");
    private static final WordSet MAKES_KNOWN = WordSet.named("makes-known");
    private static final int CLAUSE_WORDS = 6;
    private static final int AMOUNT_REACH = 32;

    /** {@code said}, {@code shares}, {@code to launch}: what stands behind the name is what firms do or have. */
    static boolean actsAsFirm(Surroundings around, int end) {
        String next = around.wordAfter(end);
        return VERBS.contains(next)
                || isPost(next)
                || next.equals("to") && PLANS.contains(around.wordAfter(around.endOfWordAfter(end)));
    }
}
