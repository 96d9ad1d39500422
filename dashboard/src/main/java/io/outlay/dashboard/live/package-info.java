/**
 * What changed, for readers that stay: a {@link io.outlay.dashboard.live.Journal} of the newest change of each commitment, and
 * {@link io.outlay.dashboard.live.Position}s in it, which are offsets and so mean the same to every replica. Pure.
 */
@NullMarked
package io.outlay.dashboard.live;

import org.jspecify.annotations.NullMarked;
