/**
 * What the public topics say, as a reader wants to see it. Begin with {@link io.outlay.dashboard.view.LedgerView}: records go in one by
 * one, questions are answered from indexes. Pure: no Kafka, no clock; the day as of which a question is asked comes with it.
 */
@NullMarked
package io.outlay.dashboard.view;

import org.jspecify.annotations.NullMarked;
