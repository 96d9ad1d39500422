package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Measure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /**
     * It was another one in each process, by the addresses of objects and the order of sets: every start of enrich would have written all
     * claims anew. So another process is asked.
     */
    @Test
    void theSameRulesAndTablesHaveTheSameVersionInEveryProcess() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SayRulesVersion.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String version = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Tagger.standard().rulesVersion(), version);
    }

    /** The program of that other process. */
    static final class SayRulesVersion {
        public static void main(String[] args) {
            System.out.print(Tagger.standard().rulesVersion());
        }
    }
}
