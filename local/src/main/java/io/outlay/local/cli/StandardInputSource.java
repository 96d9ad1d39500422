package io.outlay.local.cli;

import io.outlay.ingest.Readers;
import io.outlay.ingest.file.CsvColumns;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Standard input, which can be read once: its position only says that there is more, and no run goes on from it. */
final class StandardInputSource implements Source {
    private static final int BATCH = 1_000;

    private final String name = "standard-input-" + UUID.randomUUID();
    private final Stream<Sighting> stream;
    private final Iterator<Sighting> sightings;

    StandardInputSource(InputStream in, CsvColumns columns) throws IOException {
        stream = new Readers(in, columns).read(Readers.STANDARD_INPUT);
        sightings = stream.iterator();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Batch poll(@Nullable String position) {
        List<Sighting> batch = new ArrayList<>();
        while (batch.size() < BATCH && sightings.hasNext()) {
            batch.add(sightings.next());
        }
        return sightings.hasNext() ? Batch.until("more", batch) : Batch.last(batch);
    }

    @Override
    public void close() {
        stream.close();
    }
}
