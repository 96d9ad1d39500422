package io.outlay.contracts;

/** What kind of money a claim speaks of. Measures are never added together, except as {@link #ANNOUNCED} says. */
public enum Measure {
    /** The headline measure, derived per payer: headline = max(GUIDANCE, COMMITMENT) + PUBLIC. No claim carries it. */
    ANNOUNCED,
    /** Capital expenditure guidance for one fiscal period. */
    GUIDANCE,
    /** A multi-year plan, a site or a project. */
    COMMITMENT,
    /** A contract for cloud capacity, compute or chips. */
    PURCHASE,
    /** A government's own money. */
    PUBLIC,
    /** Stakes, lending, financing. */
    EQUITY,
    /** Money already spent: stands in {@code commitments} only, in no total. */
    ACTUAL,
    /** Host totals, analysts' sums, forecasts: stands in {@code commitments} only, in no total. */
    MEMO;

    /** Whether {@code spend-by-company} and {@code spend-by-country} carry totals of this measure. */
    public boolean hasTotals() {
        return this != ACTUAL && this != MEMO;
    }
}
