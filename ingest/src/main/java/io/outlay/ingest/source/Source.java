package io.outlay.ingest.source;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that articles come from. It is asked again and again by one thread at a time, and remembers nothing that matters:
 * where it stands is a position, kept in Kafka beside the records, so that any instance can go on from there.
 */
public interface Source extends AutoCloseable {
    /** Names the source for its position and for people: a path, an address. */
    String name();

    /**
     * What is new.
     *
     * @param position what the last batch gave as its next one; null for the beginning
     * @throws IOException if the source cannot be asked now; its position stays
     */
    Batch poll(@Nullable String position) throws IOException;

    /** How long it still rests that stands at a position, when nobody has asked it since: a restart does not shorten it. */
    default Duration restAt(@Nullable String position) {
        return Duration.ZERO;
    }

    /** How much of the source has been read, from 0 to 1; negative when nobody knows. */
    default double shareRead() {
        return -1;
    }

    @Override
    default void close() throws IOException {}

    /**
     * A part of what a source has.
     *
     * @param next the position behind these sightings; null when the source has ended and would begin anew
     * @param rest how long it is not worth to ask again
     */
    record Batch(List<Sighting> sightings, @Nullable String next, Duration rest) {
        public Batch {
            sightings = List.copyOf(sightings);
        }

        /** All that was left. */
        public static Batch last(List<Sighting> sightings) {
            return new Batch(sightings, null, Duration.ZERO);
        }

        public static Batch until(String next, List<Sighting> sightings) {
            return new Batch(sightings, next, Duration.ZERO);
        }

        public boolean isLast() {
            return next == null;
        }
    }
}
