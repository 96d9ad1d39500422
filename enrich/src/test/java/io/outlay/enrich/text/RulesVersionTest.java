package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Article;
import org.junit.jupiter.api.Test;

class RulesVersionTest {
    /** It once held the addresses of objects, so that each process wrote another version into every article. */
    @Test
    void sameTablesHaveTheSameVersion() {
        assertEquals(version(), version());
    }

    private static String version() {
        return Tagger.standard()
                .tag(new Article("a", null, null, "", null, null, null, null))
                .rulesVersion();
    }
}
