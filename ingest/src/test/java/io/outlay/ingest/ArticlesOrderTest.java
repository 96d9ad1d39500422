package io.outlay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Article;
import io.outlay.contracts.RawArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The law of order: what stands in {@code articles} depends on the set of raw records alone. */
class ArticlesOrderTest {
    private static final Instant START = Instant.parse("2025-02-25T09:00:00Z");

    @Property(tries = 40)
    void anyOrderWithAnyDuplicatesGivesTheSameBytesAtRest(
            @ForAll("rawRecords") List<RawArticle> records, @ForAll Random random) {
        List<RawArticle> shuffled = new ArrayList<>(records);
        for (RawArticle record : records) {
            if (random.nextBoolean()) {
                shuffled.add(record);
            }
        }
        Collections.shuffle(shuffled, random);
        assertEquals(atRest(new ArrayList<>(new HashSet<>(records))), atRest(shuffled));
    }

    @Property
    void whatIsSeenIsJoinedInAnyOrder(@ForAll("rawRecord") RawArticle a, @ForAll("rawRecord") RawArticle b) {
        Seen both = Seen.of(a).and(Seen.of(b));
        assertEquals(both, Seen.of(b).and(Seen.of(a)));
        assertEquals(both, both.and(Seen.of(a)));
    }

    private static Map<String, String> atRest(List<RawArticle> records) {
        try (var topology = new ArticlesTopologyDriver()) {
            records.forEach(topology::raw);
            return topology.articlesAtRest();
        }
    }

    @Provide
    Arbitrary<List<RawArticle>> rawRecords() {
        return rawRecord().list().ofMinSize(1).ofMaxSize(12);
    }

    /** Few ids, times and texts, so that they meet: ties in time, a text that returns, retractions among versions. */
    @Provide
    Arbitrary<RawArticle> rawRecord() {
        return Combinators.combine(
                        Arbitraries.of("a1", "a2"),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("one", "two", "three", "gone"))
                .as((id, minute, body) -> {
                    Instant at = START.plusSeconds(60L * minute);
                    return body.equals("gone")
                            ? RawArticle.retraction(id, at)
                            : RawArticle.seen(new Article(id, null, null, body, "2025-02-25", at, null, null), at);
                });
    }
}
