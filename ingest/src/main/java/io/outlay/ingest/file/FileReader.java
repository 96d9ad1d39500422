package io.outlay.ingest.file;

import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one stream of bytes holds, one sighting after another.
 *
 * <p>Neither making nor pulling it throws: what goes wrong on the way is the last sighting, a refusal that says so.
 */
public final class FileReader extends Pull<Sighting> implements AutoCloseable {
    private final Formats formats;
    private final InputStream in;
    private final String name;
    private @Nullable Iterator<Sighting> sightings;
    private boolean failed;

    /**
     * @param columns how tables name their columns
     * @param name tells the format by its ending, and stands before the line number in what is told to people
     */
    public FileReader(CsvColumns columns, InputStream in, String name) {
        this.formats = new Formats(columns);
        this.in = in;
        this.name = name;
    }

    @Override
    protected @Nullable Sighting pull() {
        if (failed) {
            return null;
        }
        try {
            if (sightings == null) {
                sightings = formats.read(in, name);
            }
            return sightings.hasNext() ? sightings.next() : null;
        } catch (IOException e) {
            return failure(e);
        } catch (UncheckedIOException e) {
            return failure(e.getCause());
        }
    }

    /** A line or a page that was read before need not be taken apart again. */
    @Override
    protected boolean pass() {
        if (failed) {
            return false;
        }
        try {
            if (sightings == null) {
                sightings = formats.read(in, name);
            }
            return sightings instanceof Pull<Sighting> pull ? pull.skip() : pull() != null;
        } catch (IOException | UncheckedIOException e) {
            failed = true;
            return false;
        }
    }

    private Sighting failure(@Nullable IOException cause) {
        failed = true;
        return new Sighting.Refused(name, "cannot be read further: " + (cause == null ? "" : cause.getMessage()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
