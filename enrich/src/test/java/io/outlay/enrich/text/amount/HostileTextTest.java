package io.outlay.enrich.text.amount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of megabytes that are made to hurt: no exception, exact offsets, and work in step with the length. */
class HostileTextTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int LONG = 1 << 18;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "1,",
                "1.",
                "1 ",
                "1-",
                "1 to ",
                "$",
                "$1",
                "$1 billion ",
                "一",
                "万",
                "1조 ",
                "one ",
                "one and ",
                "einund",
                "a million ",
                "australia",
                "1 australian",
                "US",
                "half a ",
                "tens of ",
                "cents 1 dollar ",
                "<b>5</b>",
                "\uD800",
                "\u202E5",
                "\u200B",
                "million-"
            })
    void worksInStepWithTheLength(String unit) {
        long once = work(unit.repeat(LONG / unit.length()));
        long twice = work(unit.repeat(2 * LONG / unit.length()));
        assertTrue(twice <= 2 * once + 1000, () -> unit + ": " + once + " then " + twice);
        assertTrue(once <= 16L * LONG, () -> unit + ": " + once + " for " + LONG + " characters");
    }

    private static long work(String text) {
        AmountScan scan = AmountScanner.standard().scan(text, new TextLanguage(text, null));
        scan.run();
        return scan.work();
    }

    @Test
    void fiveMegabytesOfDigitsAreNoAmount() {
        assertEquals(List.of(), AmountScanner.standard().scan("$" + "9".repeat(5 * MEGABYTE), AmountHints.none()));
    }

    @Test
    void offsetsBehindSurrogatesAndMarksAreExact() {
        String text = "\uD83D\uDE80 \u202Bנבנה\u202C \uD800 costs \u200E$5\u00A0billion\u200F.";
        FoundAmount amount = AmountScanner.standard()
                .scan(text, AmountHints.ofLanguage("en"))
                .get(0);
        assertEquals("$5\u00A0billion", text.substring(amount.start(), amount.end()));
    }
}
