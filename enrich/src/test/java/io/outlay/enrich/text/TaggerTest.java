package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Measure;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private static final Tagger TAGGER = Tagger.standard();

    @Test
    void readsAPledgeWithPayerAmountAndPeriod() {
        EnrichedArticle tagged = TAGGER.tag(article(
                "Alibaba said on Monday it will invest at least 380 billion yuan ($53 billion) in cloud computing and AI"
                        + " infrastructure over the next three years."));

        assertEquals(1, tagged.claims().size());
        Claim claim = tagged.claims().get(0);
        assertEquals("alibaba", claim.payer().id());
        assertEquals(Measure.COMMITMENT, claim.measure());
        assertEquals(380_000_000_000L, claim.amount().headline());
        assertEquals("CNY", claim.amount().currency());
        assertEquals(53_000_000_000L, claim.usdPrinted());
        assertEquals("2025-2028", claim.period() == null ? "" : claim.period().key());
    }

    private static Article article(String body) {
        return new Article("a", null, null, body, "2025-02-25", null, null, "en");
    }
}
