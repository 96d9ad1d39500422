package io.outlay.enrich.text.amount;

/**
 * How an amount hangs on an earlier one of the same text.
 *
 * @param to index of the earlier amount in the scanner's list
 */
public record AmountLink(Kind kind, int to) {
    /** What the later amount is to the earlier one. */
    public enum Kind {
        /** The same money in another currency: {@code 380 billion yuan ($53 billion)}. One amount, its value is the earlier. */
        CONVERSION_OF,
        /** What the earlier amount is to become: {@code $20 billion, rising to $50 billion}. */
        RISING_FROM,
        /** The most that it may become: {@code $5 billion firm, and up to $8 billion}. */
        UP_TO_BEYOND
    }
}
