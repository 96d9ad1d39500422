package io.outlay.contracts;

/**
 * Texts as Unicode has them. JSON can spell half a surrogate pair ({@code "\\ud83d"}), and a text that was cut in the middle of a
 * character ends in one; Java carries it along, and many a reader further down the road refuses the whole value for it.
 */
final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /** The text with each half of a surrogate pair replaced by U+FFFD: as many code points as before. */
    static String text(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended == null ? text : mended.toString();
    }
}
