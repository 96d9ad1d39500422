package io.outlay.enrich.text.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a body into sentences in one pass. Line breaks cut always, except inside a hard-wrapped line; full stops cut when what
 * follows looks like a beginning. Survives abbreviations ({@code U.S.}, {@code Inc.}), initials, decimals, quotes, CJK stops and
 * full stops with no space after them ({@code last year.Tencent said}).
 */
public final class Sentences {
    /** A run without any stop is cut at the next white space: nobody's sentence is longer, and costs stay linear. */
    private static final int LONGEST = 1_500;
    /** Cut even inside a word when there is no white space. */
    private static final int LONGEST_WORD = 500;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "st", "jr", "sr", "vs", "no", "jan", "feb",
            "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "est", "fig", "hon", "rs",
            "mt", "ft", "eng", "mrd", "mio", "ca", "bzw", "nr", "cf", "al", "e.g", "i.e");
    /** Abbreviations that may well end a sentence: they do when a usual first word follows. */
    private static final Set<String> MAY_END = Set.of(
            "inc", "corp", "co", "ltd", "plc", "llc", "etc", "bros", "cos", "u.s", "u.k", "u.n", "e.u", "d.c", "a.m",
            "p.m", "bn", "mn", "tn", "s.a", "n.v", "s.p.a");

    private static final Set<String> FIRST_WORDS = Set.of(
            "the",
            "a",
            "an",
            "in",
            "it",
            "its",
            "this",
            "that",
            "these",
            "those",
            "but",
            "and",
            "he",
            "she",
            "they",
            "we",
            "as",
            "at",
            "on",
            "for",
            "with",
            "while",
            "however",
            "meanwhile",
            "last",
            "there",
            "if",
            "when",
            "our",
            "his",
            "her");

    private final String body;
    private final List<Sentence> found = new ArrayList<>();
    private int start;
    private int lastSpace = -1;
    private boolean opensParagraph = true;

    private Sentences(String body) {
        this.body = body;
    }

    public static List<Sentence> of(String body) {
        return new Sentences(body).cut();
    }

    private List<Sentence> cut() {
        int n = body.length();
        for (int i = 0; i < n; i++) {
            char c = body.charAt(i);
            if (c > '?' && c < 0x3000 || !mayCut(c)) {
                if (i - start >= LONGEST + LONGEST_WORD) {
                    close(lastSpace > start ? lastSpace : i, false);
                }
            } else if (c == ' ' || c == '\t') {
                lastSpace = i;
                if (i - start >= LONGEST) {
                    close(i, false);
                }
            } else if (c == '\n' || c == '\r') {
                if (!isSoftWrap(i)) {
                    close(i, true);
                }
            } else {
                int end = afterClosers(i + 1);
                if (c > '?' || isStop(i, end)) {
                    close(end, false);
                    i = end - 1;
                }
            }
        }
        close(n, false);
        return found;
    }

    private static boolean mayCut(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\r', '.', '!', '?', '。', '！', '？', '．' -> true;
            default -> false;
        };
    }

    private void close(int end, boolean paragraph) {
        int s = start;
        int e = end;
        while (s < e && isSpace(body.charAt(s))) {
            s++;
        }
        while (e > s && isSpace(body.charAt(e - 1))) {
            e--;
        }
        if (e > s) {
            found.add(new Sentence(s, e, opensParagraph));
            opensParagraph = false;
        }
        opensParagraph |= paragraph;
        start = end;
    }

    /** A single line break between a lower-case letter or comma and a lower-case letter is a wrapped line. */
    private boolean isSoftWrap(int i) {
        int after = i + 1;
        if (body.charAt(i) == '\r' && after < body.length() && body.charAt(after) == '\n') {
            after++;
        }
        if (i == 0 || after >= body.length() || !Character.isLowerCase(body.charAt(after))) {
            return body.charAt(i) == '\r' && after < body.length() && body.charAt(i + 1) == '\n' && isSoftWrap(i + 1);
        }
        char before = body.charAt(i - 1) == '\r' && i > 1 ? body.charAt(i - 2) : body.charAt(i - 1);
        return Character.isLowerCase(before) || before == ',' || before == ' ';
    }

    private int afterClosers(int i) {
        int end = i;
        while (end < body.length() && end < i + 4 && isCloser(body.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isStop(int stop, int end) {
        if (end >= body.length()) {
            return true;
        }
        char next = body.charAt(end);
        if (body.charAt(stop) != '.') {
            return isSpace(next);
        }
        if (stop + 1 < body.length() && body.charAt(stop + 1) == '.') {
            return false;
        }
        int word = wordBefore(stop);
        if (!isSpace(next)) {
            // "last year.Tencent said": a lower-case word, a stop, and a capitalised word.
            return stop - word >= 3
                    && Character.isLowerCase(body.charAt(stop - 1))
                    && Character.isUpperCase(next)
                    && end + 1 < body.length()
                    && (Character.isLowerCase(body.charAt(end + 1)) || body.charAt(end + 1) == ' ' || end > stop + 1);
        }
        int first = end;
        while (first < body.length() && isSpace(body.charAt(first))) {
            first++;
        }
        if (first >= body.length()) {
            return true;
        }
        if (Character.isLowerCase(body.charAt(first))) {
            return false;
        }
        if (end > stop + 1) {
            return true;
        }
        int length = stop - word;
        if (length == 1 && Character.isUpperCase(body.charAt(word))) {
            return false;
        }
        if (length == 0 || length > 6) {
            return true;
        }
        String before = body.substring(word, stop).toLowerCase(java.util.Locale.ROOT);
        if (ABBREVIATIONS.contains(before)) {
            return before.equals("no") && !Character.isDigit(body.charAt(first));
        }
        return !MAY_END.contains(before) || FIRST_WORDS.contains(wordAt(first));
    }

    /** Where the word that ends at {@code stop} begins; inner full stops belong to it ({@code U.S}). */
    private int wordBefore(int stop) {
        int i = stop;
        while (i > start && stop - i < 8) {
            char c = body.charAt(i - 1);
            if (!Character.isLetterOrDigit(c) && !(c == '.' && i < stop)) {
                break;
            }
            i--;
        }
        return i;
    }

    private String wordAt(int first) {
        int end = first;
        while (end < body.length() && end < first + 12 && Character.isLetter(body.charAt(end))) {
            end++;
        }
        return body.substring(first, end).toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isCloser(char c) {
        return c == '"' || c == '\'' || c == ')' || c == ']' || c == '”' || c == '’' || c == '»' || c == '」' || c == '』'
                || c == '）';
    }

    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u3000'
                || c == '\u200b'
                || c == '\ufeff';
    }
}
