package io.outlay.enrich.text.amount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Qualifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmountScannerTest {
    private static List<FoundAmount> scan(String text) {
        return AmountScanner.standard().scan(text, AmountHints.ofLanguage("en"));
    }

    @Test
    void printedConversionHangsOnTheAmountBeforeIt() {
        List<FoundAmount> amounts = scan("The group will invest 380 billion yuan ($53 billion) in clouds.");
        assertEquals(2, amounts.size());
        assertEquals("CNY", amounts.get(0).currency());
        assertTrue(amounts.get(1).isConversion());
        assertEquals(53_000_000_000L, AmountLinks.usdPrinted(amounts, 0));
    }

    @Test
    void rangeTakesItsUpperEndAsHeadline() {
        FoundAmount amount = scan("Capex will be between $115 billion and $135 billion this year.")
                .get(0);
        assertEquals(Qualifier.RANGE, amount.qualifier());
        assertEquals(115_000_000_000L, amount.amount().low());
        assertEquals(135_000_000_000L, amount.amount().headline());
    }
}
