package io.outlay.enrich.text.entity;

import java.util.Arrays;

/**
 * One way in which a name is written, and how far it can be trusted. In the tables:
 *
 * <ul>
 *   <li>{@code Nvidia} is the name wherever it stands
 *   <li>{@code Apple?} is the name unless a word of the row's context speaks against it
 *   <li>{@code Target??} is the name only where something speaks for it
 *   <li>{@code X!} as above, and only in exactly these letters, never in a headline's capitals; {@code X!??} is both
 * </ul>
 */
public final class Alias {
    /** Names of so few letters are looked for in exactly their letters. */
    private static final int SHORT = 3;

    private final String text;
    private final char[] letters;
    private final Trust trust;
    private final boolean exact;
    private final boolean manyCapitals;

    private Alias(String text, Trust trust, boolean exact) {
        this.text = text;
        this.letters = text.toCharArray();
        this.trust = trust;
        this.exact = exact || text.chars().filter(Character::isLetterOrDigit).count() <= SHORT;
        this.manyCapitals = text.chars().filter(Character::isUpperCase).count() > 1;
    }

    public String text() {
        return text;
    }

    public Trust trust() {
        return trust;
    }

    /** How far a name can be trusted by itself. */
    public enum Trust {
        SURE,
        LIKELY,
        DOUBTFUL
    }

    public static Alias parse(String notation) {
        String text = notation;
        Trust trust = Trust.SURE;
        if (text.endsWith("??")) {
            trust = Trust.DOUBTFUL;
            text = text.substring(0, text.length() - 2);
        } else if (text.endsWith("?")) {
            trust = Trust.LIKELY;
            text = text.substring(0, text.length() - 1);
        }
        boolean exact = text.endsWith("!") && text.length() > 1 && !text.endsWith("o!");
        if (exact) {
            text = text.substring(0, text.length() - 1);
        }
        return new Alias(text, trust, exact);
    }

    /**
     * Whether the letters' case in {@code body[start, end)} is that of this name. Lower case where the name has a capital is
     * refused ({@code target}); a name in capitals ({@code AMD}) must stand in capitals; more capitals than the name has
     * ({@code NVIDIA}, a headline) are accepted, for short names in exact form only. The span must match when case is ignored.
     */
    boolean caseAgrees(char[] body, int start, int end) {
        if (Arrays.equals(letters, 0, letters.length, body, start, end) || sameLetters(body, start, end)) {
            return true;
        }
        if (exact) {
            return false;
        }
        boolean wordStart = true;
        int at = start;
        for (int i = 0; i < text.length() && at < end; i++) {
            char wanted = text.charAt(i);
            while (at < end && Letters.fold(body[at]) == Letters.SKIPPED) {
                at++;
            }
            if (at >= end) {
                break;
            }
            char seen = body[at++];
            if (Letters.fold(wanted) == ' ') {
                while (at < end && Letters.fold(body[at]) == ' ') {
                    at++;
                }
                wordStart = true;
                continue;
            }
            boolean capitalWanted = Character.isUpperCase(wanted);
            boolean mustBeCapital = wordStart || (i > 0 && Character.isUpperCase(text.charAt(i - 1)) && manyCapitals);
            if (capitalWanted && mustBeCapital && Character.isLowerCase(seen) && (wordStart || isAcronymAt(i))) {
                return false;
            }
            if (seen == '&') {
                at = NameFinder.nextUnit(body, at - 1);
            }
            wordStart = false;
        }
        return true;
    }

    /** Whether the word around index i of the name is written in capitals only. */
    private boolean isAcronymAt(int i) {
        int from = i;
        while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        for (int k = from; k < text.length() && Character.isLetterOrDigit(text.charAt(k)); k++) {
            if (Character.isLowerCase(text.charAt(k))) {
                return false;
            }
        }
        return true;
    }

    /** Whether each letter stands in the case that the name has; spaces, accents and the ampersand's entity are let pass. */
    private boolean sameLetters(char[] body, int start, int end) {
        int at = start;
        for (int i = 0; i < text.length(); i++, at++) {
            if (at >= end) {
                return false;
            }
            char wanted = text.charAt(i);
            char seen = body[at];
            if (wanted != seen
                    && (Letters.isUpper(wanted) != Letters.isUpper(seen)
                            || Letters.fold(wanted) != Letters.fold(seen))) {
                return false;
            }
            if (seen == '&') {
                at = NameFinder.nextUnit(body, at) - 1;
            }
        }
        return at == end;
    }

    /** As in the tables. */
    @Override
    public String toString() {
        String marks = trust == Trust.DOUBTFUL ? "??" : trust == Trust.LIKELY ? "?" : "";
        return text + (exact ? "!" : "") + marks;
    }
}
