package io.outlay.contracts;

/** How firmly the money was promised, weakest first. */
public enum Status {
    RUMOUR,
    REPORTED,
    LETTER_OF_INTENT,
    OFFICIAL
}
