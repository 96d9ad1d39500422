package io.outlay.ingest;

import io.outlay.contracts.Article;
import io.outlay.contracts.RawArticle;
import io.outlay.ingest.article.PublicationDate;
import io.outlay.ingest.source.Sighting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the versions of an article is published, and as what. Pure. */
final class Versions {
    /** Stands for the unknown moment of a sighting without one: older than any that has one. */
    private static final Instant UNKNOWN = Instant.EPOCH;

    private Versions() {}

    /**
     * The article as it stands in {@code articles}.
     *
     * @param content the newest version
     * @param first when any version was fetched first, null when nobody knows
     */
    static Article published(Article content, @Nullable Instant first) {
        return new Article(
                content.id(),
                content.url(),
                content.title(),
                content.body(),
                PublicationDate.normalise(content.publishedAt()),
                first,
                content.source(),
                content.language());
    }

    /** What {@link NewestArticle} decides record by record, for sightings that are there as a whole; sorted by id. */
    static List<Article> newest(Stream<Sighting> sightings) {
        Map<String, RawArticle> newest = new TreeMap<>();
        Map<String, Instant> first = new HashMap<>();
        sightings.flatMap(sighting -> sighting.toRaw(UNKNOWN).stream()).forEach(raw -> {
            newest.merge(raw.id(), raw, Versions::newer);
            if (!raw.fetchedAt().equals(UNKNOWN)) {
                first.merge(raw.id(), raw.fetchedAt(), (a, b) -> a.isBefore(b) ? a : b);
            }
        });
        return newest.values().stream()
                .filter(raw -> !raw.retracted())
                .map(raw -> published(Objects.requireNonNull(raw.article()), first.get(raw.id())))
                .toList();
    }

    private static RawArticle newer(RawArticle a, RawArticle b) {
        return Seen.of(a).newest().isAfter(Seen.of(b).newest()) ? a : b;
    }
}
