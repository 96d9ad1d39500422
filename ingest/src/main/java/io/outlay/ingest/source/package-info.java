/**
 * What every way into Outlay has in common: a {@link io.outlay.ingest.source.Source} is polled from a position on and gives
 * {@link io.outlay.ingest.source.Sighting}s and the next position. A new way in is one class.
 */
@NullMarked
package io.outlay.ingest.source;

import org.jspecify.annotations.NullMarked;
