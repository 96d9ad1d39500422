package io.outlay.contracts;

/** What the text says the amount does to what the payer had announced before. */
public enum Change {
    NEW,
    RAISED,
    CUT,
    /** Money on top of an earlier announcement ({@code additional}, {@code a further}). */
    ADDS,
    /** The sum after an addition ({@code bringing the total to}). */
    TOTAL,
    /** Said again, with no new money. */
    RESTATED,
    PAUSED,
    CANCELLED,
    DENIED
}
