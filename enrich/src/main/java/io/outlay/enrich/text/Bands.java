package io.outlay.enrich.text;

import io.outlay.enrich.text.prose.WordChars;
import io.outlay.enrich.text.prose.WordHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Near-duplicate bands of a text: two texts that share one are most likely copies of each other.
 *
 * <p>MinHash over shingles of three words: each shingle falls into one of 64 bins by its hash, each bin keeps its least hash, an
 * empty bin borrows its right neighbour's (one-permutation hashing, so that the cost is one step a word). Three bins make a band.
 * The chance that two texts share one of the 21 bands is 0.94 at a similarity of 0.5, 0.16 at 0.2, and 0.003 at 0.05.
 */
public final class Bands {
    private static final int BINS = 64;
    private static final int ROWS = 3;
    private static final int BANDS = BINS / ROWS;
    /** Texts with fewer shingles say too little to be told apart. */
    private static final int FEWEST_SHINGLES = 8;

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private Bands() {}

    /** The bands of a body, as short hexadecimal strings; none for a text of few words. */
    public static List<String> of(String body) {
        long[] least = new long[BINS];
        Arrays.fill(least, Long.MAX_VALUE);
        int shingles = shingle(body, least);
        if (shingles < FEWEST_SHINGLES) {
            return List.of();
        }
        borrow(least);
        Set<String> bands = new HashSet<>(2 * BANDS);
        List<String> inOrder = new ArrayList<>(BANDS);
        for (int band = 0; band < BANDS; band++) {
            long hash = band + 1L;
            for (int row = 0; row < ROWS; row++) {
                hash = mix(hash * 31 + least[band * ROWS + row]);
            }
            String text = hex(band, hash);
            if (bands.add(text)) {
                inOrder.add(text);
            }
        }
        return inOrder;
    }

    /** Feeds all shingles of the body to the bins; returns how many there were. */
    private static int shingle(String body, long[] least) {
        long first = 0;
        long second = 0;
        int words = 0;
        int i = 0;
        int n = body.length();
        while (i < n) {
            if (!WordChars.isWord(body.charAt(i))) {
                i++;
                continue;
            }
            long word = WordHash.NONE;
            while (i < n && WordChars.isWord(body.charAt(i))) {
                word = WordHash.with(word, body.charAt(i));
                i++;
            }
            word = WordHash.done(word);
            if (words >= 2) {
                long hash = mix(first * 31 * 31 + second * 31 + word);
                int bin = (int) (hash >>> 58);
                least[bin] = Math.min(least[bin], hash & Long.MAX_VALUE);
            }
            first = second;
            second = word;
            words++;
        }
        return Math.max(0, words - 2);
    }

    private static void borrow(long[] least) {
        long[] own = least.clone();
        for (int bin = 0; bin < BINS; bin++) {
            for (int far = 1; least[bin] == Long.MAX_VALUE; far++) {
                long other = own[(bin + far) % BINS];
                if (other != Long.MAX_VALUE) {
                    least[bin] = mix(other + far) & Long.MAX_VALUE;
                }
            }
        }
    }

    private static long mix(long value) {
        long h = value * MIX;
        h ^= h >>> 32;
        h *= MIX;
        return h ^ (h >>> 29);
    }

    /** Two digits of the band's number and eight of its hash. */
    private static String hex(int band, long hash) {
        char[] digits = new char[10];
        long value = ((long) band << 32) | (hash >>> 32);
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = Character.forDigit((int) (value & 15), 16);
            value >>>= 4;
        }
        return new String(digits);
    }
}
