package io.outlay.enrich.text.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the names that are not sure by themselves. A {@code LIKELY} one stands unless something beside it speaks against it, a
 * {@code DOUBTFUL} one falls unless something speaks for it: a legal form or a symbol behind it, the same company named in full
 * elsewhere, a word of the row's context nearby, a verb that only firms do, a neighbour in a list of companies.
 */
final class Evidence {
    /** How far around a name its context words are looked for, in UTF-16 units. */
    private static final int NEAR = 160;

    private static final WordSet OWNED = WordSet.named("owned");

    /** Capitalised words that may stand right before a name and are no part of a longer one. */
    private static final WordSet LOOSE_CAPITALS = WordSet.named("loose-capitals");

    /** Capitalised words that may stand right behind a place and leave it a place. */
    private static final WordSet PLACE_NOUNS = WordSet.named("place-nouns");

    private static final WordSet PLACE_PREPOSITIONS = WordSet.named("place-prepositions");

    private final Surroundings around;
    private final List<Candidate> all;
    /** Ids of the companies that the text names beyond doubt, and of who pays for them; made when first asked for. */
    private @Nullable Set<String> surePayers;

    /** @param all every name that the text may hold */
    Evidence(char[] body, List<Candidate> all) {
        this.around = new Surroundings(body);
        this.all = all;
    }

    /**
     * The sense that the words have here.
     *
     * @param afterCompany whether the name right before it, in the same enumeration, is a company
     * @param beforeCompany whether the name right behind it is
     * @return null when it is none of them
     */
    @Nullable
    Sense settle(Candidate candidate, boolean afterCompany, boolean beforeCompany) {
        Sense best = null;
        int most = 0;
        for (Sense sense : candidate.senses()) {
            int weight = sense.isPlace()
                    ? weightOfPlace(candidate, sense)
                    : weightOfCompany(candidate, sense, afterCompany, beforeCompany);
            if (weight > most) {
                best = sense;
                most = weight;
            }
        }
        return best;
    }

    /** 0 refused; 1 likely; 2 sure; 3 supported by what stands around it. */
    private int weightOfCompany(Candidate candidate, Sense sense, boolean afterCompany, boolean beforeCompany) {
        int start = candidate.start();
        int end = candidate.end();
        Alias.Trust trust = sense.alias().trust();
        if (trust == Alias.Trust.SURE) {
            return 2;
        }
        if (isSpokenAgainst(start, end, sense.context())) {
            return 0;
        }
        boolean proven = LegalForms.endAfter(around.body(), end) > end || hasSymbolBehind(end);
        if (proven || hasContext(start, end, sense.context())) {
            return 3;
        }
        if (trust == Alias.Trust.LIKELY) {
            boolean person = sense.context().isSurname() && isSurname(start);
            return person ? 0 : 1;
        }
        if (isPartOfLongerName(start, end)) {
            return 0;
        }
        boolean supported = isKnownFromElsewhere(sense)
                || afterCompany
                || beforeCompany
                || BusinessWords.actsAsFirm(around, possessiveEnd(end))
                || BusinessWords.introduces(around, start)
                || BusinessWords.apposition(around, end, true) >= 0
                || isOwner(end);
        return supported ? 3 : 0;
    }

    private int weightOfPlace(Candidate candidate, Sense sense) {
        int start = candidate.start();
        int end = candidate.end();
        Alias.Trust trust = sense.alias().trust();
        if (trust == Alias.Trust.SURE) {
            return 2;
        }
        if (isSpokenAgainst(start, end, sense.context())) {
            return 0;
        }
        if (isPostalCode(sense.alias().text())) {
            return followsTown(start) ? 3 : 0;
        }
        if (hasContext(start, end, sense.context())) {
            return 3;
        }
        boolean placed = PLACE_PREPOSITIONS.contains(around.wordBefore(start));
        String after = around.wordAfter(end);
        boolean nameGoesOn = Surroundings.isCapitalised(after) && !PLACE_NOUNS.contains(after);
        if (trust == Alias.Trust.LIKELY) {
            return placed || !isSurname(start) && !nameGoesOn ? 1 : 0;
        }
        boolean dateline = around.unitAt(end) == ',' && Surroundings.isCapitalised(around.wordAfter(end + 1));
        return (placed || dateline && !isSurname(start)) && !nameGoesOn ? 1 : 0;
    }

    private boolean isSpokenAgainst(int start, int end, Context context) {
        if (context.speaksAgainst().isEmpty()) {
            return false;
        }
        String after = around.wordAfter(possessiveEnd(end)).toLowerCase(Locale.ROOT);
        String before = around.wordBefore(start).toLowerCase(Locale.ROOT);
        return context.speaksAgainst().contains(after)
                || context.speaksAgainst().contains(before);
    }

    private boolean hasContext(int start, int end, Context context) {
        if (context.speaksFor().isEmpty()) {
            return false;
        }
        return around.hasWordNear(start, end, NEAR, context.speaksFor());
    }

    private boolean isKnownFromElsewhere(Sense sense) {
        if (sense.company() == null) {
            return false;
        }
        Set<String> sure = surePayers;
        if (sure == null) {
            sure = surePayers(all);
            surePayers = sure;
        }
        return sure.contains(sense.company().id());
    }

    private static Set<String> surePayers(List<Candidate> candidates) {
        var sure = new HashSet<String>();
        for (Candidate candidate : candidates) {
            Sense sense = candidate.senses().get(0);
            if (candidate.isSure() && sense.company() != null && sense.payer() != null) {
                sure.add(sense.company().id());
                sure.add(sense.payer().id());
            }
        }
        return sure;
    }

    /** {@code Box Hill}, {@code Harrison Ford}: a capitalised neighbour that is no business word. */
    private boolean isPartOfLongerName(int start, int end) {
        String after = around.wordAfter(end);
        return Surroundings.isCapitalised(after) || isSurname(start);
    }

    private boolean isSurname(int start) {
        String before = around.wordBefore(start);
        return before.length() > 1
                && Surroundings.isCapitalised(before)
                && !LOOSE_CAPITALS.contains(before)
                && !around.beginsSentence(around.startOfWordBefore(start));
    }

    private boolean hasSymbolBehind(int end) {
        return around.unitAt(end) == ' '
                && around.unitAt(end + 1) == '('
                && Letters.isUpper(around.unitAt(end + 2))
                && Letters.isUpper(around.unitAt(end + 3));
    }

    private boolean isOwner(int end) {
        return around.unitAt(end) == '-' && OWNED.contains(around.wordAfter(end));
    }

    private int possessiveEnd(int end) {
        boolean possessive = Letters.fold(around.unitAt(end)) == '\'' && around.unitAt(end + 1) == 's';
        return possessive ? end + 2 : end;
    }

    private static boolean isPostalCode(String alias) {
        return alias.length() == 2 && Letters.isUpper(alias.charAt(0)) && Letters.isUpper(alias.charAt(1));
    }

    /** {@code Abilene, TX}: a comma, and before it a word with a capital and small letters. */
    private boolean followsTown(int start) {
        if (around.unitAt(start - 1) != ' ' || around.unitAt(start - 2) != ',') {
            return false;
        }
        String town = around.wordEndingAt(start - 2);
        return Surroundings.isCapitalised(town)
                && town.length() > 2
                && Letters.classOfUnit(town.charAt(1)) == Letters.LOWER;
    }

    /** Whether what stands between two names makes them neighbours in an enumeration: a comma, {@code and}, {@code or}, a slash. */
    static boolean isEnumeration(char[] body, int from, int to) {
        if (to - from < 1 || to - from > 6) {
            return false;
        }
        return LINKS.contains(new String(body, from, to - from));
    }

    private static final List<String> LINKS = List.of(
            ", ", " and ", ", and ", " or ", ", or ", " & ", "/", " und ", " et ", " y ", " e ", "、", "，", "和", "と");
}
