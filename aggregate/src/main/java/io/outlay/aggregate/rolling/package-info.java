/**
 * Rolling totals: what postings add up to in the trailing 7, 30, 90 and 365 days and in all time.
 *
 * <pre>
 *   a posting on day p, window of w days      days:   p ............ p + w ........... p + 2w
 *                                                     [ in the total ) [ in the one before ) gone
 * </pre>
 *
 * {@link io.outlay.aggregate.rolling.RollingTotals} says what a total is, in the plainest way;
 * {@link io.outlay.aggregate.rolling.RunningTotals} keeps the same totals in rows, at a constant cost per posting and window. Pure: no
 * Kafka, no clock.
 */
@NullMarked
package io.outlay.aggregate.rolling;

import org.jspecify.annotations.NullMarked;
