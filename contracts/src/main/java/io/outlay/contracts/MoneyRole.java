package io.outlay.contracts;

/** What an amount of money is, in the sentence that prints it. Only {@link #SPENDING} can become a claim of future spending. */
public enum MoneyRole {
    SPENDING,
    MARKET_VALUE,
    REVENUE,
    PROFIT,
    VALUATION,
    FUNDING,
    STAKE,
    ACQUISITION,
    FINE,
    PRICE,
    FORECAST,
    /** A past figure given only for comparison ({@code up from $131 billion in 2025}). */
    BASELINE,
    /** The figure that an announcement replaces. */
    PREVIOUS_FIGURE,
    /** A part of a larger amount of the same text. */
    PART,
    OTHER
}
