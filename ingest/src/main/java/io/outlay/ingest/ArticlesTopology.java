package io.outlay.ingest;

import io.outlay.contracts.Article;
import io.outlay.contracts.Json;
import io.outlay.contracts.JsonSerde;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topics;
import io.outlay.ingest.article.BodyLimit;
import io.outlay.service.DeadLetters;
import io.outlay.service.ReadOrDeadLetter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * {@code raw-articles} → {@code articles}: of all that any source saw of an article, its newest version.
 *
 * <p>Any number of sources, replays and instances may write raw records of one article in any order and any number of times:
 * what stands in {@code articles} at the end is the same. {@link NewestArticle} says how.
 */
public final class ArticlesTopology {
    /** Names this service in dead letters, group ids and logs. */
    public static final String SERVICE = "ingest";

    private ArticlesTopology() {}

    public static Topology of() {
        var bytes = new ByteArrayDeserializer();
        return new Topology()
                .addSource("read-raw-articles", bytes, bytes, Topics.RAW_ARTICLES.name())
                .addProcessor(
                        "parse-raw-articles",
                        ReadOrDeadLetter.orSkip(SERVICE, ArticlesTopology::parse, "keep-newest"),
                        "read-raw-articles")
                .addSink(
                        DeadLetters.SINK,
                        Topics.DEAD_LETTERS.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "parse-raw-articles")
                .addProcessor("keep-newest", NewestArticle::new, "parse-raw-articles")
                .addStateStore(store(NewestArticle.SEEN, Seen.class), "keep-newest")
                .addStateStore(store(NewestArticle.NEWEST, Article.class), "keep-newest")
                .addSink(
                        "write-articles",
                        Topics.ARTICLES.name(),
                        new StringSerializer(),
                        Topics.ARTICLES.valueSerde().serializer(),
                        "keep-newest");
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> value) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), new JsonSerde<>(value));
    }

    private static RawArticle parse(String key, byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "the value is empty; an article that is gone is a record with 'retracted'");
        }
        RawArticle raw = Json.read(value, RawArticle.class);
        Article article = raw.article();
        if (!raw.id().equals(key) || (article != null && !article.id().equals(key))) {
            throw new IllegalArgumentException("the key '" + key + "' is not the article's id");
        }
        if (article != null) {
            BodyLimit.check(article.body());
        }
        return raw;
    }
}
