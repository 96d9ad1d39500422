/** From Kafka into the view: {@link io.outlay.dashboard.feed.TopicFeed} reads, {@link io.outlay.dashboard.feed.RoadWatch} looks how those do who write. */
@NullMarked
package io.outlay.dashboard.feed;

import org.jspecify.annotations.NullMarked;
