package io.outlay.local.cli;

import io.outlay.ingest.Readers;
import io.outlay.ingest.Sources;
import io.outlay.ingest.file.CsvColumns;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads what a person points at; what is refused is said on standard error, one line each, and the reading goes on. */
final class SourceReading {
    private final PrintWriter err;
    private final CsvColumns columns;
    private final String userAgent;
    private int refused;

    SourceReading(PrintWriter err) {
        this(err, CsvColumns.byName(), Sources.USER_AGENT);
    }

    /**
     * @param columns how tables name their columns
     * @param userAgent how we name ourselves to web servers
     */
    SourceReading(PrintWriter err, CsvColumns columns, String userAgent) {
        this.err = err;
        this.columns = columns;
        this.userAgent = userAgent;
    }

    /** Hands on every article, and every word that one is gone, in the order of the sources. */
    void forEach(List<String> sources, Consumer<Sighting> sink) {
        Readers readers = new Readers(System.in, columns, userAgent);
        for (String source : sources) {
            try (Stream<Sighting> sightings = readers.read(source)) {
                sightings.forEach(sighting -> {
                    if (sighting instanceof Sighting.Refused) {
                        refuse(sighting.toString());
                    } else {
                        sink.accept(sighting);
                    }
                });
            } catch (IOException e) {
                throw unreadable(source, e);
            } catch (UncheckedIOException e) {
                throw unreadable(source, Objects.requireNonNull(e.getCause()));
            }
        }
    }

    void refuse(String line) {
        refused++;
        err.println("outlay: refused: " + line);
    }

    /** Whether anything was refused: such a command has not done all that it was asked. */
    int exitCode() {
        return refused == 0 ? 0 : 1;
    }

    static CommandFailedException unreadable(String source, IOException e) {
        String why = e instanceof NoSuchFileException ? "there is no such file or folder" : e.getMessage();
        return new CommandFailedException("cannot read " + source + ": " + why, e);
    }
}
