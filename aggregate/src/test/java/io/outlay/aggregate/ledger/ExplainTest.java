package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final Told ACME = Told.by("acme", "US").guidance("CY2025");
    private static final LedgerFold FOLD = Ledgers.of(
            ACME.bn(60).on("2025-01-24"),
            ACME.bn(65).change(Change.RAISED).from(60).on("2025-04-24"),
            ACME.bn(6.5).on("2025-05-01"));

    private static List<String> explain(String entity) {
        return Explain.of(
                entity,
                Measure.GUIDANCE,
                FOLD.totals(LocalDate.parse("2025-12-31"), code -> code),
                FOLD.postings(),
                FOLD.commitments());
    }

    @Test
    void fromTheTotalToTheSentence() {
        List<String> lines = explain("acme");
        assertEquals("total acme|GUIDANCE|365d as of 2025-04-24: USD 65000000000, raised", lines.get(0));
        String id = ACME.bn(60).figure();
        int at = lines.indexOf("commitment " + id + ": acme GUIDANCE LIVE, CY2025; articles 2, independent sources 2");
        assertEquals(
                List.of(
                        "  2025-01-24 new: USD 60000000000, at 1 (2025-01-24, US dollar); counts USD 60000000000: official",
                        "    \"It will spend.\" [0-14] test, https://a0.example/a0",
                        "  2025-04-24 raised: USD 65000000000, at 1 (2025-04-24, US dollar); counts USD 65000000000: official",
                        "    \"It will spend.\" [0-14] test, https://a1.example/a1"),
                lines.subList(at + 1, at + 5));
    }

    @Test
    void aCountryAndAnyFigureFindIt() {
        assertEquals(
                explain("acme").stream().filter(l -> l.startsWith("commitment")).toList(),
                explain("US").stream().filter(l -> l.startsWith("commitment")).toList());
        assertEquals(
                1,
                explain(ACME.bn(65).figure()).stream()
                        .filter(l -> l.startsWith("commitment"))
                        .count());
        assertEquals(List.of(), explain("nobody"));
    }

    @Test
    void whatIsDisputedIsUpForReviewWithWhatWouldSettleIt() {
        List<Review.Item> items = Review.of(FOLD.commitments());
        assertEquals(1, items.size());
        assertEquals(ACME.bn(6.5).figure(), items.get(0).commitment());
        assertEquals(
                "disputed: a slip of a factor 10 from " + ACME.bn(65).figure(),
                items.get(0).doubt());
    }
}
