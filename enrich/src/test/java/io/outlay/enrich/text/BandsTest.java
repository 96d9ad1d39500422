package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BandsTest {
    @Test
    void aCopyWithAnotherHeadAndTailSharesABand() {
        String story = words(1, 200);
        assertFalse(Collections.disjoint(Bands.of(story), Bands.of(words(2, 20) + story + words(3, 30))));
    }

    @Test
    void caseAndPunctuationDoNotMatter() {
        assertEquals(
                Bands.of("One two three four five six seven eight nine ten eleven."),
                Bands.of("one, TWO three - four five six seven eight nine; ten eleven"));
    }

    @Test
    void otherTextsShareNone() {
        List<String> bands = Bands.of(words(4, 300));
        for (int seed = 10; seed < 60; seed++) {
            assertTrue(Collections.disjoint(bands, Bands.of(words(seed, 300))), "seed " + seed);
        }
    }

    @Test
    void fewWordsHaveNoBands() {
        assertEquals(List.of(), Bands.of("Too short to tell."));
    }

    private static String words(int seed, int count) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append('w').append(random.nextInt(5_000)).append(' ');
        }
        return text.toString();
    }
}
