package io.outlay.contracts;

/** How exactly a day is known. A coarse day counts from the last day of its month, quarter or year. */
public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    YEAR
}
