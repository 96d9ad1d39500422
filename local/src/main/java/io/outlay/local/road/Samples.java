package io.outlay.local.road;

import io.outlay.ingest.Readers;
import io.outlay.ingest.source.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The sample articles that ship with Outlay: real announcements, told in our own words by papers that do not exist. */
public final class Samples {
    static final String RESOURCE = "/io/outlay/local/sample-articles.ndjson";

    private Samples() {}

    /** All lines: articles, newer versions of some, and the word that one is gone. */
    public static List<Sighting> sightings() {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(RESOURCE), RESOURCE);
                Stream<Sighting> sightings = new Readers(in).read(Readers.STANDARD_INPUT)) {
            return sightings.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day on which the last of them appeared. */
    public static LocalDate lastDay(List<Sighting> sightings) {
        return sightings.stream()
                .filter(Sighting.Found.class::isInstance)
                .map(Sighting.Found.class::cast)
                .map(found -> LocalDate.parse(
                        Objects.requireNonNull(found.article().publishedAt()).substring(0, 10)))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
