package io.outlay.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
    private final EnrichTopologyDriver topology = new EnrichTopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void writesOneClaimSetForEachPayer() {
        topology.article("a1", "meta 65, microsoft 80 and meta 72");
        assertEquals(List.of("a1: 3 claims"), topology.enriched());
        assertEquals(List.of("meta|a1: 65 72", "microsoft|a1: 80"), topology.claims());
    }

    @Test
    void anArticleWithoutClaimsIsEnrichedAllTheSame() {
        topology.article("a1", "nothing to see");
        assertEquals(List.of("a1: 0 claims"), topology.enriched());
        assertEquals(List.of(), topology.claims());
        assertEquals(0, topology.articlesInTheStore());
    }

    @Test
    void aRevisionWritesOnlyThePayersThatChanged() {
        topology.article("a1", "meta 65, microsoft 80");
        topology.claims();
        topology.article("a1", "meta 72, microsoft 80");
        assertEquals(List.of("meta|a1: 72"), topology.claims());
    }

    @Test
    void aRevisionTakesBackWhatIsNoLongerClaimed() {
        topology.article("a1", "meta 65, microsoft 80");
        topology.claims();
        topology.article("a1", "oracle 40, microsoft 80");
        assertEquals(List.of("meta|a1: gone", "oracle|a1: 40"), topology.claims());
    }

    @Test
    void aRetractionTakesEverythingBack() {
        topology.article("a1", "meta 65, microsoft 80");
        topology.claims();
        topology.enriched();
        topology.retract("a1");
        assertEquals(List.of("a1: gone"), topology.enriched());
        assertEquals(List.of("meta|a1: gone", "microsoft|a1: gone"), topology.claims());
        assertEquals(0, topology.articlesInTheStore());
    }

    @Test
    void anotherArticleIsLeftAlone() {
        topology.article("a1", "meta 65");
        topology.article("a2", "meta 65");
        topology.claims();
        topology.retract("a1");
        assertEquals(List.of("meta|a1: gone"), topology.claims());
    }

    @Test
    void aValueThatCannotBeReadIsPutAsideAndCountsAsGone() {
        topology.article("a1", "meta 65");
        topology.claims();
        topology.enriched();
        topology.bytes("a1", "{\"id\":\"a1\"}");
        assertEquals(List.of("a1: gone"), topology.enriched());
        assertEquals(List.of("meta|a1: gone"), topology.claims());
        List<Map<String, String>> letters = topology.deadLetters();
        assertEquals(1, letters.size());
        assertEquals("enrich", letters.get(0).get("outlay.service"));
        assertEquals("outlay.articles", letters.get(0).get("outlay.topic"));
        assertEquals("1", letters.get(0).get("outlay.offset"));
        assertTrue(letters.get(0).get("outlay.message").contains("'body' is missing"), letters.toString());
    }

    @Test
    void anArticleThatTheTaggerCannotBearIsPutAsideAndCountsAsGone() {
        topology.article("a1", "meta 65");
        topology.claims();
        topology.article("a1", "meta 65!");
        topology.article("a2", "microsoft 80");
        assertEquals(List.of("meta|a1: gone", "microsoft|a2: 80"), topology.claims());
        assertEquals("cannot bear '!'", topology.deadLetters().get(0).get("outlay.message"));
    }

    @Test
    void aKeyThatIsNotTheArticlesIdIsRefused() {
        topology.bytes("a2", "{\"id\":\"a1\",\"body\":\"meta 65\"}");
        assertEquals(List.of(), topology.claims());
        assertEquals(
                "the key 'a2' is not the article's id",
                topology.deadLetters().get(0).get("outlay.message"));
    }
}
