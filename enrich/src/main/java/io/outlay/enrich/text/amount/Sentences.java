package io.outlay.enrich.text.amount;

/** As much of sentences as an amount needs: whether one ends between two places. */
final class Sentences {
    private Sentences() {}

    static boolean endsBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '。' || c == '।' || c == '!' || c == '?') {
                return true;
            }
            if (c == '.' && i + 1 < to && Chars.isSpace(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }
}
