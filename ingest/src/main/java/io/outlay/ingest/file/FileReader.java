package io.outlay.ingest.file;

import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one stream of bytes holds, one sighting after another.
 *
 * <p>Neither making nor pulling it throws: what goes wrong on the way is the last sighting, a refusal that says so.
 */
public final class FileReader extends Pull<Sighting> implements AutoCloseable {
    private final InputStream in;
    private final String name;
    private @Nullable Iterator<Sighting> sightings;
    private boolean failed;

    /** @param name tells the format by its ending, and stands before the line number in what is told to people */
    public FileReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /** The files that {@code path} means: itself, or in a folder all of a known kind, hidden ones aside, sorted by path. */
    public static List<Path> filesOf(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> !isHidden(path.relativize(file)))
                    .filter(Files::isRegularFile)
                    .filter(file -> Formats.isReadInFolders(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected @Nullable Sighting pull() {
        if (failed) {
            return null;
        }
        try {
            if (sightings == null) {
                sightings = Formats.read(in, name);
            }
            return sightings.hasNext() ? sightings.next() : null;
        } catch (IOException e) {
            return failure(e);
        } catch (UncheckedIOException e) {
            return failure(e.getCause());
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
