package io.outlay.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys are readable, every part of one is a field of its value, and they choose the partition that the catalogue says. */
class KeysTest {
    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(Topics.RAW_ARTICLES, read(Topics.RAW_ARTICLES).key(), List.of("id")),
                Arguments.of(Topics.ARTICLES, read(Topics.ARTICLES).key(), List.of("id")),
                Arguments.of(
                        Topics.ENRICHED_ARTICLES, read(Topics.ENRICHED_ARTICLES).key(), List.of("articleId")),
                Arguments.of(Topics.CLAIMS, read(Topics.CLAIMS).key(), List.of("payer/id", "articleId")),
                Arguments.of(Topics.CORRECTIONS, read(Topics.CORRECTIONS).key(), List.of("id")),
                Arguments.of(Topics.FX_RATES, read(Topics.FX_RATES).key(), List.of("currency", "day")),
                Arguments.of(Topics.SOURCES, read(Topics.SOURCES).key(), List.of("address")),
                Arguments.of(Topics.COMMITMENTS, read(Topics.COMMITMENTS).key(), List.of("id")),
                Arguments.of(Topics.POSTINGS, read(Topics.POSTINGS).key(), List.of("line", "day")),
                Arguments.of(
                        Topics.POSTINGS_HISTORY,
                        read(Topics.POSTINGS_HISTORY).key(),
                        List.of("line", "day", "knownOn")),
                Arguments.of(
                        Topics.SPEND_BY_COMPANY,
                        read(Topics.SPEND_BY_COMPANY).key(),
                        List.of("entity", "measure", "window")),
                Arguments.of(
                        Topics.SPEND_BY_COUNTRY,
                        read(Topics.SPEND_BY_COUNTRY).key(),
                        List.of("entity", "basis", "measure", "window")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyPartOfAKeyIsAFieldOfTheValue(Topic<?> topic, String key, List<String> fields) {
        JsonNode value = SchemaOf.tree(Examples.of(topic));
        List<String> parts =
                fields.stream().map(field -> value.at("/" + field).asText()).toList();
        assertEquals(String.join("|", parts), key);
        assertEquals(topic.key().split("\\|").length, parts.size(), "the catalogue says: " + topic.key());
    }

    @Test
    void everyTopicOfValuesIsTriedAbove() {
        List<Object> tried = examples().map(arguments -> arguments.get()[0]).toList();
        assertEquals(Examples.topics(), tried);
    }

    @Property
    void aKeyWithoutABarGoesWhereKafkasOwnPartitionerPutsIt(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 64) int partitions) {
        String key = text.replace("|", "");
        int kafkas = BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), partitions);
        assertEquals(kafkas, FirstKeyPartPartitioner.partition(key, partitions));
    }

    @Property
    void whatFollowsTheFirstBarDoesNotMatter(
            @ForAll String text, @ForAll String rest, @ForAll @IntRange(min = 1, max = 64) int partitions) {
        String first = text.replace("|", "");
        assertEquals(
                FirstKeyPartPartitioner.partition(first, partitions),
                FirstKeyPartPartitioner.partition(first + "|" + rest, partitions));
    }

    @Test
    void aProducerPartitionsTheSameWay() {
        Cluster cluster = clusterWith("outlay.claims", 12);
        try (var partitioner = new FirstKeyPartPartitioner()) {
            for (String key : List.of("meta|a-1", "meta|a-2", "microsoft|a-1", "stargate.uae|a-1")) {
                int chosen = partitioner.partition("outlay.claims", key, key.getBytes(UTF_8), null, null, cluster);
                assertEquals(FirstKeyPartPartitioner.partition(key, 12), chosen);
            }
            assertThrows(
                    IllegalArgumentException.class,
                    () -> partitioner.partition("outlay.claims", null, null, null, null, cluster));
        }
    }

    @Test
    void payersAreSpreadOverThePartitions() {
        long used = IntStream.range(0, 200)
                .map(i -> FirstKeyPartPartitioner.partition("payer-" + i + "|article", 12))
                .distinct()
                .count();
        assertEquals(12, used);
    }

    @Test
    void idsAreLowerCaseLettersDigitsDotsAndDashes() {
        for (String id : List.of("meta", "a.b-c", "0", "stargate.uae")) {
            assertTrue(Ids.isId(id), id);
        }
        for (String text : List.of("", "Meta", "a b", "a|b", "é", "a_b", "a/b", "a\n")) {
            assertEquals(false, Ids.isId(text), text);
        }
    }

    @Test
    void aRetractionHasNoArticleAndAllElseHasOne() {
        RawArticle gone = RawArticle.retraction("a-1", Instant.parse("2025-02-25T09:00:00Z"));
        assertEquals(gone, Json.read(Json.bytes(gone), RawArticle.class));
        assertEquals("a-1", gone.key());
        var hash = gone.contentHash();
        assertThrows(IllegalArgumentException.class, () -> new RawArticle("a-1", null, gone.fetchedAt(), hash, false));
        Article article = read(Topics.ARTICLES);
        assertThrows(
                IllegalArgumentException.class,
                () -> new RawArticle(article.id(), article, gone.fetchedAt(), hash, true));
        assertThrows(
                IllegalArgumentException.class, () -> new RawArticle("other", article, gone.fetchedAt(), hash, false));
    }

    private static Cluster clusterWith(String topic, int partitions) {
        Node node = new Node(0, "localhost", 9092);
        List<PartitionInfo> all = IntStream.range(0, partitions)
                .mapToObj(i -> new PartitionInfo(topic, i, node, new Node[] {node}, new Node[] {node}))
                .toList();
        return new Cluster("any", Arrays.asList(node), all, java.util.Set.of(), java.util.Set.of());
    }

    private static <V> V read(Topic<V> topic) {
        V value = topic.valueSerde().read(Examples.of(topic));
        if (value == null) {
            throw new AssertionError("the example of " + topic.name() + " is null");
        }
        return value;
    }
}
