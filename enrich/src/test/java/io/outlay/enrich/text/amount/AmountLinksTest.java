package io.outlay.enrich.text.amount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Qualifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmountLinksTest {
    private static List<FoundAmount> scan(String text) {
        return AmountScanner.standard().scan(text, AmountHints.ofLanguage("en"));
    }

    @Test
    void dollarsPrintedBesideAnAmountAreItsConversion() {
        List<FoundAmount> amounts = scan("The group will invest 380 billion yuan ($53 billion) in clouds.");
        assertEquals(53_000_000_000L, AmountLinks.usdPrinted(amounts, 0));
        assertNull(AmountLinks.usdPrinted(amounts, 1));
    }

    @Test
    void otherMoneyBesideDollarsIsNoDollarConversion() {
        assertNull(AmountLinks.usdPrinted(scan("It pays US$42 billion (£31bn)."), 0));
    }

    @Test
    void twoAmountsSideBySideAreNotLinked() {
        assertNull(AmountLinks.usdPrinted(scan("It pays €2bn, and $3bn goes to others."), 0));
    }

    @Test
    void whatAnAmountRisesToIsItsHeadline() {
        List<FoundAmount> amounts = scan("It starts with $20 billion, rising to $50 billion by 2030.");
        assertEquals(
                new Amount(20_000_000_000L, 50_000_000_000L, 50_000_000_000L, "USD", Qualifier.EXACT, null),
                AmountLinks.whole(amounts, 0));
    }

    @Test
    void firmAndUpToIsOneAmount() {
        List<FoundAmount> amounts = scan("It commits $5 billion, and up to $8 billion with options.");
        assertEquals(
                new Amount(5_000_000_000L, 8_000_000_000L, 8_000_000_000L, "USD", Qualifier.EXACT, null),
                AmountLinks.whole(amounts, 0));
    }
}
