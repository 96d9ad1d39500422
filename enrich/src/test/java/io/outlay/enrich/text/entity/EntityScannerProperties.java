package io.outlay.enrich.text.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any text at all. */
class EntityScannerProperties {
    private static final EntityScanner SCANNER = EntityScanner.standard();

    /** Pieces that meet each other's edges: names, half names, brackets, entities, odd spaces, other scripts, lone surrogates. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Microsoft",
                "Meta",
                "Target",
                "Box",
                "X",
                "U.S.",
                "US$",
                "$NVDA",
                "(PLTR)",
                "AT&amp;T",
                "Georgia",
                "Paris",
                ", ",
                " ",
                "\n\n",
                "\u00A0",
                "\u200B",
                "-",
                "'s",
                "’s",
                " and ",
                "Inc.",
                ", Inc.",
                "Co., Ltd.",
                "government of the ",
                " government",
                "阿里巴巴",
                "アーム",
                "삼성전자는",
                "सॉफ्टबैंक",
                "\uD83D",
                "\uDE00",
                "ＮＶＩＤＩＡ",
                "the ",
                "startup ",
                "an Australian builder",
                "9988.HK",
                "NYSE: ",
                "Ålesund",
                "360 ONE",
                "d-Matrix",
                "(",
                ")",
                "&",
                ".",
                "A",
                "İ",
                "ß",
                "\u0301",
                "٣",
                "שלום");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(6))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2000)
    void neverThrowsAndGivesSortedNamesInsideTheTextWithoutOverlap(@ForAll("texts") String text) {
        int last = 0;
        for (FoundEntity entity : SCANNER.scan(text)) {
            assertTrue(entity.start() >= last, () -> "overlap in " + text);
            assertTrue(entity.end() > entity.start() && entity.end() <= text.length());
            last = entity.end();
        }
    }

    @Property(tries = 500)
    void theSameTextGivesTheSameNames(@ForAll("texts") String text) {
        assertEquals(SCANNER.scan(text), SCANNER.scan(text));
    }

    @Property(tries = 500)
    void aParagraphBehindDoesNotMoveSureNames(@ForAll("texts") String text) {
        String before = "Nvidia and Anthropic met in Portugal.\n\n";
        List<FoundEntity> alone = SCANNER.scan(before);
        assertEquals(alone, SCANNER.scan(before + text).subList(0, alone.size()));
    }
}
