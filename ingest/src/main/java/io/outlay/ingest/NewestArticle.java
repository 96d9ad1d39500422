package io.outlay.ingest;

import io.outlay.contracts.Article;
import io.outlay.contracts.RawArticle;
import io.outlay.ingest.Seen.Version;
import io.outlay.ingest.article.PublicationDate;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Publishes of each article the newest version, as a function of the set of its raw records.
 *
 * <p>A source that finds an article unchanged touches {@code seen} alone, a few dozen bytes. The content of the newest version
 * stands in {@code newest}: when a record turns up that was fetched earlier than all before (two sources race, an archive is
 * read after the feed), the article is published again with that earlier {@code fetchedAt}, and its text may then have left
 * {@code raw-articles} long ago.
 */
final class NewestArticle implements Processor<String, RawArticle, String, @Nullable Article> {
    static final String SEEN = "article-seen";
    static final String NEWEST = "article-newest";

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, @Nullable Article> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Seen> seen;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Article> newest;

    @Override
    public void init(ProcessorContext<String, @Nullable Article> context) {
        this.context = context;
        this.seen = context.getStateStore(SEEN);
        this.newest = context.getStateStore(NEWEST);
    }

    @Override
    public void process(Record<String, RawArticle> record) {
        RawArticle raw = record.value();
        Seen before = seen.get(raw.id());
        Seen after = before == null ? Seen.of(raw) : before.and(Seen.of(raw));
        if (after.equals(before)) {
            return;
        }
        seen.put(raw.id(), after);
        Version version = after.newest();
        boolean otherContent = before == null || !before.newest().hasContentOf(version);
        if (version.retracted()) {
            if (before != null && otherContent) {
                newest.delete(raw.id());
                context.forward(new Record<String, @Nullable Article>(
                        raw.id(), null, timestamp(version.fetchedAt()), record.headers()));
            }
        } else if (otherContent || !after.first().equals(before.first())) {
            Article content = otherContent ? Objects.requireNonNull(raw.article()) : newest.get(raw.id());
            if (otherContent) {
                newest.put(raw.id(), content);
            }
            Article article = Versions.published(content, after.first());
            context.forward(new Record<>(raw.id(), article, timestamp(eventTime(article)), record.headers()));
        }
    }

    /** When it was published, as far as that can be; else when it was first seen. */
    private static Instant eventTime(Article article) {
        Instant first = Objects.requireNonNull(article.fetchedAt());
        Instant published = PublicationDate.toInstant(article.publishedAt());
        return published == null || published.isBefore(Instant.EPOCH) ? first : published;
    }

    /** Brokers refuse timestamps of the far future, and all before 1970. */
    private long timestamp(Instant eventTime) {
        return Math.max(0, Math.min(eventTime.toEpochMilli(), context.currentSystemTimeMs()));
    }
}
