package io.outlay.enrich.text.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The U.S. Senate met.¦It voted.",
                "Acme Inc. and Beta Corp. will spend $1.5 billion.¦The rest waits.",
                "Profit fell last year.¦Tencent said so.",
                "He said “We will invest.”¦Then he left.",
                "J. Smith spoke at 5 p.m. on Jan. 3.",
                "- first item¦- second item",
                "A headline without a stop¦A body follows.",
                "今年は投資する。¦来年も。",
                "It rose 3.5 percent!¦Why?¦Nobody knows."
            })
    void cutsAtTheBars(String marked) {
        // Each bar stands where a cut must be: before a list item or headline that is a line break.
        String body = marked.replace("stop¦", "stop\n")
                .replace("item¦", "item\n")
                .replace("year.¦", "year.")
                .replace("¦", " ");
        List<String> found = Sentences.of(body).stream()
                .map(sentence -> body.substring(sentence.start(), sentence.end()))
                .toList();
        assertEquals(List.of(marked.split("¦")), found);
    }
}
