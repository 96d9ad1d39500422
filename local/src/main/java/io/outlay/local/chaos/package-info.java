/**
 * {@code outlay chaos}: a cluster of real processes, hurt on purpose.
 *
 * <pre>
 *  ChaosNews ── articles whose right totals are known ──► Stage: brokers and services as processes, Supervisor: starts the dead again
 *      └ ExpectedTotals, worked out without aggregate        ▲ Fault: kill, stop, fill, roll, grow, jump, poison
 *            └───────────────► Watch: what the topics say ───┘ ChaosRun: rounds, and how long each took to be right again
 * </pre>
 */
@NullMarked
package io.outlay.local.chaos;

import org.jspecify.annotations.NullMarked;
