package io.outlay.ingest.source;

import io.outlay.contracts.Article;
import io.outlay.contracts.RawArticle;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a source saw: an article, that one is gone, or something that is no article. */
public sealed interface Sighting {
    /**
     * The record for {@code raw-articles}; empty when refused.
     *
     * @param now when this is seen, unless the source says otherwise
     */
    Optional<RawArticle> toRaw(Instant now);

    /**
     * An article.
     *
     * @param where file and line, or the address, for people
     * @param why how the source came to what it says: field → words, as {@code publishedAt → JSON-LD}; empty when as given
     */
    record Found(Article article, String where, SortedMap<String, String> why) implements Sighting {
        public static Found asGiven(Article article, String where) {
            return new Found(article, where, new TreeMap<>());
        }

        @Override
        public Optional<RawArticle> toRaw(Instant now) {
            Instant fetchedAt = article.fetchedAt();
            return Optional.of(RawArticle.seen(article, fetchedAt == null ? now : fetchedAt));
        }
    }

    /**
     * The source says that an article is no longer there.
     *
     * @param fetchedAt when it said so, null for now
     */
    record Gone(String articleId, @Nullable Instant fetchedAt, String where) implements Sighting {
        @Override
        public Optional<RawArticle> toRaw(Instant now) {
            return Optional.of(RawArticle.retraction(articleId, fetchedAt == null ? now : fetchedAt));
        }
    }

    /**
     * Something that cannot be an article. {@link #toString} is the line to show.
     *
     * @param raw what it was, as far as it is a record of its own; null for a whole file, page or feed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Refused(String where, String why, byte @Nullable [] raw) implements Sighting {
        public Refused(String where, String why) {
            this(where, why, null);
        }

        @Override
        public Optional<RawArticle> toRaw(Instant now) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return where + ": " + why;
        }
    }
}
