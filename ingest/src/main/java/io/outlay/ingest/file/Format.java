package io.outlay.ingest.file;

import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** One kind of bytes with articles in it. */
@FunctionalInterface
interface Format {
    /**
     * Reads as it is pulled. What cannot be read is a {@link Sighting.Refused}; an {@link java.io.UncheckedIOException} out of the
     * iterator means that the bytes themselves do not come any more.
     *
     * @param name stands before the line number in what is told to people
     */
    Iterator<Sighting> read(InputStream in, String name) throws IOException;
}
