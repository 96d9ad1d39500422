package io.outlay.aggregate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Change;
import io.outlay.contracts.Measure;
import org.junit.jupiter.api.Test;

/** R15, against a table made by hand: G guidance, C commitments, V public money, each as low/headline/high. */
class AnnouncedRuleTest {
    @Test
    void theHeadlineSeriesAgainstATableMadeByHand() {
        Told acme = Told.by("acme", "US");
        LedgerFold fold = Ledgers.of(
                acme.guidance("CY2025").range(60, 65).on("2025-01-10"),
                acme.bn(50).in("US").on("2025-02-10"),
                acme.upTo(40).in("FR").on("2025-03-10"),
                acme.measure(Measure.PUBLIC).bn(2).in("US").on("2025-04-10"),
                acme.measure(Measure.PURCHASE).bn(30).with("cloudco").on("2025-05-10"),
                acme.guidance("CY2025")
                        .range(100, 110)
                        .change(Change.RAISED)
                        .from(65)
                        .on("2025-06-10"),
                acme.bn(50).in("US").change(Change.CANCELLED).on("2025-07-10"));
        // day        G            C           V    headline = max(G, C) + V, low likewise, high = G + C + V
        assertEquals("60/65/65", announced(fold, "2025-01-10")); //   60/65/65
        assertEquals("60/65/115", announced(fold, "2025-02-10")); //  60/65/65     50
        assertEquals("60/90/155", announced(fold, "2025-03-10")); //  60/65/65     50/90/90
        assertEquals("62/92/157", announced(fold, "2025-04-10")); //  60/65/65     50/90/90    2
        assertEquals("62/92/157", announced(fold, "2025-05-10")); //  purchases stand apart
        assertEquals("102/112/202", announced(fold, "2025-06-10")); // 100/110/110 50/90/90    2
        assertEquals("102/112/152", announced(fold, "2025-07-10")); // 100/110/110 0/40/40     2
    }

    private static String announced(LedgerFold fold, String day) {
        return Ledgers.stock(fold, Measure.ANNOUNCED, day);
    }
}
