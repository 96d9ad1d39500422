package io.outlay.enrich.text.entity;

/** The legal form after a company's name: {@code Inc.}, {@code Co., Ltd.}, {@code PLC}, {@code S.A.}. It belongs to the mention. */
final class LegalForms {
    private static final WordSet FORMS = WordSet.named("legal-forms");
    private static final WordSet DOTTED = WordSet.named("dotted-forms");

    /** {@code Co., Ltd.} and {@code Holdings Pte. Ltd.} are the longest in use. */
    private static final int MOST_WORDS = 3;

    private static final int LONGEST = 12;

    private LegalForms() {}

    static boolean isForm(char[] body, int start, int end) {
        return FORMS.contains(body, start, end);
    }

    /** The offset after the legal form that follows {@code end}, or {@code end} itself when none does. */
    static int endAfter(char[] body, int end) {
        int after = end + ownDot(body, end);
        for (int word = 0; word < MOST_WORDS; word++) {
            int next = oneWord(body, after);
            if (next == after) {
                break;
            }
            after = next;
        }
        return after;
    }

    /** A name of the tables may itself end in a legal form ({@code Snap Inc}), whose full stop the text may have. */
    private static int ownDot(char[] body, int end) {
        boolean dot = end < body.length && body[end] == '.' && !isLastOfText(body, end);
        return dot && DOTTED.contains(body, Surroundings.startOfWordEndingAt(body, end), end) ? 1 : 0;
    }

    private static int oneWord(char[] body, int end) {
        int at = end;
        if (at < body.length && body[at] == ',') {
            at++;
        }
        if (at >= body.length || body[at] != ' ') {
            return end;
        }
        int from = ++at;
        while (at < body.length && at - from <= LONGEST && (Letters.isWord(body[at]) || isInnerDot(body, at))) {
            at++;
        }
        if (!FORMS.contains(body, from, at)) {
            return end;
        }
        if (at < body.length && body[at] == '-') {
            return end;
        }
        boolean abbreviated = DOTTED.contains(body, from, at) || hasInnerDot(body, from, at);
        boolean dotted = abbreviated && at < body.length && body[at] == '.' && !isLastOfText(body, at);
        return dotted ? at + 1 : at;
    }

    private static boolean hasInnerDot(char[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] == '.') {
                return true;
            }
        }
        return false;
    }

    private static boolean isInnerDot(char[] body, int at) {
        return (body[at] == '.' || body[at] == '/') && at + 1 < body.length && Letters.isUpper(body[at + 1]);
    }

    /** A full stop before a new paragraph ends the sentence; before a capital it may do both. */
    private static boolean isLastOfText(char[] body, int dot) {
        return dot + 1 >= body.length || body[dot + 1] == '\n';
    }
}
