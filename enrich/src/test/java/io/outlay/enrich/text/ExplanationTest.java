package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The printed explanation of one article, whole. It fails whenever a weight or a word that this article touches changes: look
 * whether the new reasons still convince before you take them over.
 */
class ExplanationTest {
    @Test
    void explainsEachAmount() throws IOException {
        Article article = new Article(
                "sample",
                null,
                "Amazon to build in Poland",
                "Amazon will invest €4 billion ($4.6 billion) in AI data centres in Poland by 2030. Its quarterly revenue rose to $180"
                        + " billion. Duke Energy plans a $9 billion gas plant.",
                "2025-11-03",
                null,
                null,
                "en");
        assertEquals(golden(), withoutWeights(Tagger.standard().explain(article).text()));
    }

    /** Numbers that every fitting of the weights moves, and the order of signs that follows from them, are not compared. */
    private static String withoutWeights(String text) {
        return text.replaceAll("  \\(AI spending: [0-9.]+\\)", "  (AI spending)")
                .replaceAll("(?m)^ {4}(for {6}|against {2}| {9}).*\\([-+][0-9.]+ for spending\\)\n", "");
    }

    private static String golden() throws IOException {
        try (InputStream in = ExplanationTest.class.getResourceAsStream("explanation.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
