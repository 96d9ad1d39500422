package io.outlay.enrich.text.prose;

/**
 * From UTF-16 offsets, which Java counts, to Unicode code points, which the contracts count. A lone surrogate is one code
 * point, as {@link String#codePointCount} has it.
 */
public final class CodePoints {
    /** Where each surrogate pair has its second half, ascending. */
    private final int[] lowSurrogates;

    private CodePoints(int[] lowSurrogates) {
        this.lowSurrogates = lowSurrogates;
    }

    public static CodePoints of(String body) {
        int pairs = 0;
        int[] at = new int[0];
        for (int i = 1; i < body.length(); i++) {
            if (Character.isLowSurrogate(body.charAt(i)) && Character.isHighSurrogate(body.charAt(i - 1))) {
                if (pairs == at.length) {
                    at = java.util.Arrays.copyOf(at, Math.max(16, 2 * pairs));
                }
                at[pairs++] = i;
            }
        }
        return new CodePoints(java.util.Arrays.copyOf(at, pairs));
    }

    /** The code points before {@code utf16}; an offset inside a pair counts the pair's first half as begun. */
    public int at(int utf16) {
        if (lowSurrogates.length == 0) {
            return utf16;
        }
        int low = 0;
        int high = lowSurrogates.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lowSurrogates[middle] < utf16) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return utf16 - low;
    }
}
