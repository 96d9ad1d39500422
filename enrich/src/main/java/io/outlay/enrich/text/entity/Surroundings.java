package io.outlay.enrich.text.entity;

import java.util.Locale;

/** The words around a stretch of text. All looks are bounded, so that asking for every candidate stays linear. */
final class Surroundings {
    private static final int LONGEST_WORD = 40;

    /** How far a look for the line's other words goes, in UTF-16 units. */
    private static final int TITLE_REACH = 60;

    private final char[] body;

    Surroundings(char[] body) {
        this.body = body;
    }

    char[] body() {
        return body;
    }

    /** The word that begins after at most two spaces behind {@code end}; empty when punctuation or the end comes first. */
    String wordAfter(int end) {
        int from = end;
        while (from < body.length && from - end < 2 && Letters.fold(body[from]) == ' ' && body[from] != '\n') {
            from++;
        }
        int to = from;
        while (to < body.length && to - from < LONGEST_WORD && Letters.isWord(body[to])) {
            to++;
        }
        return from == end && to > from ? "" : new String(body, from, to - from);
    }

    /** The offset after the word behind {@code end}, {@code end} itself when there is none. */
    int endOfWordAfter(int end) {
        String word = wordAfter(end);
        if (word.isEmpty()) {
            return end;
        }
        int from = end;
        while (from < body.length && Letters.fold(body[from]) == ' ') {
            from++;
        }
        return from + word.length();
    }

    /** The word that ends before at most two spaces in front of {@code start}; empty when punctuation or the start comes first. */
    String wordBefore(int start) {
        int to = start;
        while (to > 0 && start - to < 2 && Letters.fold(body[to - 1]) == ' ' && body[to - 1] != '\n') {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < LONGEST_WORD && Letters.isWord(body[from - 1])) {
            from--;
        }
        return to == start && from < to ? "" : new String(body, from, to - from);
    }

    /** As {@link #wordBefore}, over a comma or a dash as well: {@code customers—including}. */
    String wordBeforeAnyDash(int start) {
        int to = start;
        while (to > 0
                && start - to < 3
                && !Letters.isWord(body[to - 1])
                && body[to - 1] != '.'
                && body[to - 1] != '\n') {
            to--;
        }
        return wordEndingAt(to);
    }

    /**
     * Whether the line around the stretch is a title: of its longer words nearby at least three, and all, have a capital. There a
     * capital says nothing.
     */
    boolean isInTitle(int start, int end) {
        int capitals = 0;
        int from = Math.max(0, start - TITLE_REACH);
        int to = Math.min(body.length, end + TITLE_REACH);
        for (int at = start; at > from; at--) {
            if (body[at - 1] == '\n') {
                from = at;
            }
        }
        for (int at = from; at < to && body[at] != '\n'; at++) {
            boolean wordStart = Letters.isWord(body[at]) && (at == 0 || !Letters.isWord(body[at - 1]));
            if (!wordStart || at >= start && at < end) {
                continue;
            }
            int length = 0;
            while (at + length < body.length && length < 4 && Letters.isWord(body[at + length])) {
                length++;
            }
            if (length == 4 && !(at == from && from > 0)) {
                if (!Letters.isUpper(body[at])) {
                    return false;
                }
                capitals++;
            }
        }
        return capitals >= 3;
    }

    /** The word whose last letter stands right before {@code end}; empty when none does. */
    String wordEndingAt(int end) {
        int from = startOfWordEndingAt(body, end);
        return new String(body, from, end - from);
    }

    static int startOfWordEndingAt(char[] body, int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST_WORD && Letters.isWord(body[from - 1])) {
            from--;
        }
        return from;
    }

    /** The offset of the word before, so that the one before that can be asked for. */
    int startOfWordBefore(int start) {
        return skipSpacesBack(start) - wordBefore(start).length();
    }

    private int skipSpacesBack(int start) {
        int to = start;
        while (to > 0 && start - to < 2 && Letters.fold(body[to - 1]) == ' ' && body[to - 1] != '\n') {
            to--;
        }
        return to;
    }

    char unitAt(int index) {
        return index >= 0 && index < body.length ? body[index] : ' ';
    }

    /** Whether a sentence, a line or a quotation begins at {@code start}, so that a capital there says little. */
    boolean beginsSentence(int start) {
        int at = start - 1;
        for (int steps = 0; at >= 0 && steps < 4; at--, steps++) {
            char c = body[at];
            if (c == '\n' || c == '.' || c == '!' || c == '?' || c == ':' || c == '•' || c == '“' || c == '"') {
                return true;
            }
            if (Letters.isWord(c) || c == ',' || c == ')') {
                return false;
            }
        }
        return at < 0;
    }

    /** Whether one of the lower-case words stands, in any case, within {@code reach} units of the stretch, itself left out. */
    boolean hasWordNear(int start, int end, int reach, WordSet words) {
        return hasOneOf(words, Math.max(0, start - reach), start)
                || hasOneOf(words, end, Math.min(body.length, end + reach));
    }

    private boolean hasOneOf(WordSet words, int from, int to) {
        int at = from;
        while (at < to) {
            if (!Letters.isWord(body[at])) {
                at++;
                continue;
            }
            int begin = at;
            while (at < to && Letters.isWord(body[at])) {
                at++;
            }
            if (words.contains(new String(body, begin, at - begin).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    static boolean isCapitalised(String word) {
        return !word.isEmpty() && Letters.isUpper(word.charAt(0));
    }
}
