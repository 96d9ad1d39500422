package io.outlay.ingest;

import io.outlay.contracts.Article;
import io.outlay.ingest.file.CsvColumns;
import io.outlay.ingest.file.FileReader;
import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
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
    private final CsvColumns columns;
    private final String userAgent;

    /** @param standardInput what {@code -} means; it is not closed */
    public Readers(InputStream standardInput) {
        this(standardInput, CsvColumns.byName());
    }

    /** @param columns how tables name their columns */
    public Readers(InputStream standardInput, CsvColumns columns) {
        this(standardInput, columns, Sources.USER_AGENT);
    }

    /**
     * @param columns how tables name their columns
     * @param userAgent how we name ourselves to web servers
     */
    public Readers(InputStream standardInput, CsvColumns columns, String userAgent) {
        this.standardInput = standardInput;
        this.columns = columns;
        this.userAgent = userAgent;
    }

    /**
     * Reads a file, a folder, {@code -} or the address of a page or feed, as the stream is pulled; close the stream when you stop early.
     *
     * <p>What is no article comes as {@link Sighting.Refused}. An article has the {@code fetchedAt} that it was given with; files
     * set none, for reading a file says nothing about its age; what is fetched has the moment of that.
     *
     * @throws IOException if there is no such file or folder
     */
    public Stream<Sighting> read(String source) throws IOException {
        if (source.equals(STANDARD_INPUT)) {
            return stream(new FileReader(columns, standardInput, "standard input"));
        }
        Whole whole = new Whole(Sources.open(source, columns, userAgent, false, Clock.systemUTC()));
        return stream(whole).onClose(whole::close);
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

    /** What a source has from its beginning to its end. */
    private static final class Whole extends Pull<Sighting> {
        private final Source source;
        private Iterator<Sighting> batch = Collections.emptyIterator();
        private @Nullable String position;
        private boolean ended;

        Whole(Source source) {
            this.source = source;
        }

        @Override
        protected @Nullable Sighting pull() {
            try {
                while (!batch.hasNext() && !ended) {
                    Source.Batch next = source.poll(position);
                    batch = next.sightings().iterator();
                    position = next.next();
                    ended = next.isLast();
                }
                return batch.hasNext() ? batch.next() : null;
            } catch (IOException e) {
                ended = true;
                return new Sighting.Refused(source.name(), "cannot be read further: " + e.getMessage());
            }
        }

        void close() {
            try {
                source.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
