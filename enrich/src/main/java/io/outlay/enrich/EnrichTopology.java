package io.outlay.enrich;

import io.outlay.contracts.Article;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.contracts.JsonSerde;
import io.outlay.contracts.Topics;
import io.outlay.enrich.ClaimsOfArticle.Written;
import io.outlay.service.DeadLetters;
import io.outlay.service.FirstKeyPartStreamPartitioner;
import io.outlay.service.ReadOrDeadLetter;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * {@code articles} → {@code enriched-articles} and {@code claims}.
 *
 * <p>Articles are read as bytes and parsed and tagged in the first node. One that cannot be goes to {@code dead-letters}
 * <em>and</em> counts as gone: what an earlier version of it claimed must not stand on as if it were still said.
 */
public final class EnrichTopology {
    /** Names this service in dead letters, group ids and logs. */
    public static final String SERVICE = "enrich";

    private EnrichTopology() {}

    /** @param tagger a pure function, the same for each article on each call */
    public static Topology of(Function<Article, EnrichedArticle> tagger) {
        var bytes = new ByteArrayDeserializer();
        return new Topology()
                .addSource("read-articles", bytes, bytes, Topics.ARTICLES.name())
                .addProcessor(
                        "tag-articles",
                        ReadOrDeadLetter.orNull(
                                SERVICE,
                                (key, value) -> value == null ? null : tagger.apply(parse(key, value)),
                                "write-enriched-articles",
                                "claim-by-payer"),
                        "read-articles")
                .addSink(
                        DeadLetters.SINK,
                        Topics.DEAD_LETTERS.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "tag-articles")
                .addSink(
                        "write-enriched-articles",
                        Topics.ENRICHED_ARTICLES.name(),
                        new StringSerializer(),
                        Topics.ENRICHED_ARTICLES.valueSerde().serializer(),
                        "tag-articles")
                .addProcessor("claim-by-payer", ClaimByPayer::new, "tag-articles")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(ClaimByPayer.STORE),
                                Serdes.String(),
                                new JsonSerde<>(Written.class)),
                        "claim-by-payer")
                .addSink(
                        "write-claims",
                        Topics.CLAIMS.name(),
                        new StringSerializer(),
                        Topics.CLAIMS.valueSerde().serializer(),
                        new FirstKeyPartStreamPartitioner<ClaimSet>(),
                        "claim-by-payer");
    }

    private static Article parse(String key, byte[] value) {
        Article article = Json.read(value, Article.class);
        if (!article.id().equals(key)) {
            throw new IllegalArgumentException("the key '" + key + "' is not the article's id");
        }
        return article;
    }
}
