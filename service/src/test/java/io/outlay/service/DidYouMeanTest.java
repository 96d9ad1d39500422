package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    @ParameterizedTest
    @CsvSource({
        "http.port, http.port, 0",
        "http.prot, http.port, 1",
        "htp.port, http.port, 1",
        "http.pport, http.port, 1",
        "http.part, http.port, 1",
        "'', abc, 3",
        "kitten, sitting, 3"
    })
    void countsTheStepsFromOneToTheOther(String a, String b, int steps) {
        assertEquals(steps, DidYouMean.distance(a, b));
    }

    @Property
    void isTheSameBothWaysAndNoMoreThanTheLongerWord(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        int steps = DidYouMean.distance(a, b);
        assertEquals(steps, DidYouMean.distance(b, a));
        assertEquals(a.equals(b), steps == 0);
        assertEquals(Math.max(a.length(), b.length()), Math.max(steps, Math.max(a.length(), b.length())));
    }

    @Test
    void nearestWinsThenTheFirstInTheAlphabet() {
        assertEquals(Optional.of("cache"), DidYouMean.nearest("cahce", List.of("cachet", "cache")));
        assertEquals(
                Optional.of("cart"),
                DidYouMean.nearest("carx", List.of("card", "cart", "carte").subList(1, 3)));
        assertEquals(Optional.of("card"), DidYouMean.nearest("carx", List.of("cart", "card")));
        assertEquals(Optional.empty(), DidYouMean.nearest("replication", List.of("threads", "cache")));
    }
}
