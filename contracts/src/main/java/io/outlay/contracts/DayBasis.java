package io.outlay.contracts;

/** Where an announcement day comes from. */
public enum DayBasis {
    /** The text names it. */
    TEXT,
    /** The article's publication day. */
    PUBLISHED,
    /** The day on which the article was first fetched, for want of a better one. */
    FETCHED
}
