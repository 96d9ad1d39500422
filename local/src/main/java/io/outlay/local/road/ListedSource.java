package io.outlay.local.road;

import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source whose articles are there as a list; it is read at one go. */
public record ListedSource(String name, List<Sighting> sightings) implements Source {
    public ListedSource {
        sightings = List.copyOf(sightings);
    }

    @Override
    public Batch poll(@Nullable String position) {
        return Batch.last(sightings);
    }

    @Override
    public void close() {}
}
