package io.outlay.contracts;

/** Whether a commitment stands. */
public enum CommitmentState {
    LIVE,
    PAUSED,
    CANCELLED,
    /** Implausible or contradicted: kept, counted 0. */
    DISPUTED,
    /** Rejected by an analyst's correction. */
    REJECTED
}
