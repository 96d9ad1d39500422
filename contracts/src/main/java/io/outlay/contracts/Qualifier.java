package io.outlay.contracts;

/** How the text qualifies an amount, and so how its low, headline and high were read. */
public enum Qualifier {
    EXACT,
    ABOUT,
    AT_LEAST,
    UP_TO,
    RANGE,
    /** A magnitude with no number, such as {@code tens of billions}. */
    VAGUE
}
