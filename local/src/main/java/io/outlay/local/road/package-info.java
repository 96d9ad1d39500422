/**
 * The whole road in one JVM: a broker ({@link io.outlay.local.road.EmbeddedKafka}), the services on it
 * ({@link io.outlay.local.road.Road}), when everything is through ({@link io.outlay.local.road.RoadEnd}), and what stands at its end
 * ({@link io.outlay.local.road.TopicReader}).
 */
@NullMarked
package io.outlay.local.road;

import org.jspecify.annotations.NullMarked;
