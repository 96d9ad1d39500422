package io.outlay.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimEvidence;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No value grows with the number of articles or revisions, nor with what others write: none is over 256 KiB. */
class RowsStaySmallTest {
    private static final int LARGEST = 256 * 1024;
    private static final int REVISIONS = 60;
    private static final int ARTICLES_EACH = 4;
    private static final Payer META = Claims.payer("meta", "US");
    /** As long as a quote may be, in letters of three bytes. */
    private static final String QUOTE = "\u7b97".repeat(400);

    @Test
    void ofAPlanThatIsRevisedSixtyTimesByLongArticles() {
        try (AggregateDriver driver = new AggregateDriver("2025-06-01")) {
            for (int i = 0; i < REVISIONS * ARTICLES_EACH; i++) {
                driver.claims(longWinded("a" + i, i / ARTICLES_EACH));
            }
            assertEquals(1, driver.atRest(Topics.COMMITMENTS).size(), "one line");
            for (Topic<?> topic : AggregateDriver.PUBLIC) {
                assertSmall(topic.name(), driver.atRest(topic));
            }
            for (Store store : Store.values()) {
                if (store != Store.CLAIMS) { // the article's own words, as they came
                    assertSmall(store.label(), driver.rows(store));
                }
            }
        }
    }

    private static void assertSmall(String where, Map<String, String> rows) {
        rows.forEach((key, value) -> {
            int size = value.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(size <= LARGEST, () -> where + " " + key + " has " + size + " bytes");
        });
    }

    private static ClaimSet longWinded(String article, int revision) {
        Claim plain = Claims.claim(
                META,
                Measure.GUIDANCE,
                LocalDate.parse("2024-01-01").plusDays(revision * 8L).toString(),
                "CY2025",
                60 + revision,
                "USD",
                Change.NEW);
        ClaimSet set = Claims.set(
                article,
                new Claim(
                        plain.payer(),
                        plain.measure(),
                        plain.amount(),
                        null,
                        plain.period(),
                        null,
                        null,
                        null,
                        plain.status(),
                        plain.change(),
                        null,
                        null,
                        plain.announcedOn(),
                        plain.confidence(),
                        plain.figure(),
                        new ClaimEvidence(QUOTE, 0, 0, 400, null, null, 3, 8, null, null, "test")));
        return new ClaimSet(
                set.payer(),
                article,
                "https://" + article + ".example/" + "n".repeat(100_000),
                "\ud83d\udcb0".repeat(100_000),
                "s".repeat(100_000),
                set.publishedAt(),
                List.of(),
                set.rulesVersion(),
                set.claims());
    }
}
