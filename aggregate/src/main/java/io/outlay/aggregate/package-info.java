/**
 * The service {@code aggregate}: from claims to commitments, postings and rolling totals.
 *
 * <p>{@link io.outlay.aggregate.AggregateTopology} shows how records flow; what each node decides is in the packages {@code ledger},
 * {@code fx} and {@code rolling}, which know no Kafka. In between stand the rows: classes whose names end in {@code Rows}, and
 * {@link io.outlay.aggregate.StatedClaims} and {@link io.outlay.aggregate.PayerResolver}, which know no Kafka either; docs/state.md says
 * what they hold.
 */
@NullMarked
package io.outlay.aggregate;

import org.jspecify.annotations.NullMarked;
