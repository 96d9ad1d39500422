package io.outlay.ingest;

import io.outlay.contracts.Article;
import io.outlay.ingest.file.FileReader;
import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Articles from wherever a person points at, without Kafka: what {@code outlay read}, {@code tag} and {@code ledger} see. */
public final class Readers {
    /** The name that means standard input. */
    public static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;

    /** @param standardInput what {@code -} means; it is not closed */
    public Readers(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /**
     * Reads a file, a folder or {@code -}, as the stream is pulled; close the stream when you stop early.
     *
     * <p>What is no article comes as {@link Sighting.Refused}. An article has the {@code fetchedAt} that it was given with; files
     * set none, for reading a file says nothing about its age.
     *
     * @throws IOException if there is no such file or folder
     */
    public Stream<Sighting> read(String source) throws IOException {
        if (source.equals(STANDARD_INPUT)) {
            return stream(new FileReader(standardInput, "standard input"));
        }
        Path path = Path.of(source);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(source, null, "there is no such file or folder");
        }
        OneAfterAnother files = new OneAfterAnother(FileReader.filesOf(path));
        return stream(files).onClose(files::close);
    }

    /**
     * Of each article the newest version, in the order of their ids: what {@code articles} would hold at the end, had these
     * sightings come by Kafka.
     */
    public static List<Article> newest(Stream<Sighting> sightings) {
        return Versions.newest(sightings);
    }

    private static Stream<Sighting> stream(Iterator<Sighting> sightings) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(sightings, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Files, one open at a time. */
    private static final class OneAfterAnother extends Pull<Sighting> {
        private final Iterator<Path> files;
        private @Nullable FileReader open;

        OneAfterAnother(List<Path> files) {
            this.files = files.iterator();
        }

        @Override
        protected @Nullable Sighting pull() {
            while (open == null || !open.hasNext()) {
                close();
                if (!files.hasNext()) {
                    return null;
                }
                Path file = files.next();
                try {
                    open = new FileReader(Files.newInputStream(file), file.toString());
                } catch (IOException e) {
                    return new Sighting.Refused(file.toString(), "cannot be opened: " + e.getMessage());
                }
            }
            return open.next();
        }

        void close() {
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                open = null;
            }
        }
    }
}
