package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own sentences beside the claims that must be read in them: the files under {@code text/claims}. */
class ClaimCorpusTest {
    private static final Tagger TAGGER = Tagger.standard();
    private static final List<String> FILES =
            List.of("pledges", "guidance", "spent", "purchases", "public", "grammar", "varied", "negatives");

    record Example(String file, String sentence, List<String> claims) {
        @Override
        public String toString() {
            return file + ": " + sentence;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void reads(Example example) {
        List<Claim> claims = TAGGER.tag(new Article("a", null, null, example.sentence, "2025-11-03", null, null, "en"))
                .claims();
        List<String> found = claims.stream()
                .map(ClaimCorpusTest::facts)
                .map(Object::toString)
                .toList();
        assertEquals(example.claims.size(), claims.size(), () -> "found " + found);
        for (int i = 0; i < claims.size(); i++) {
            Set<String> facts = facts(claims.get(i));
            for (String fact : example.claims.get(i).split(" \\| ")) {
                assertTrue(facts.contains(fact), () -> "no '" + fact + "' in " + found);
            }
        }
    }

    private static Set<String> facts(Claim c) {
        return Set.of(
                c.payer().id(),
                c.measure().name(),
                c.amount().currency() + " " + c.amount().headline(),
                c.period() == null ? "no period" : c.period().key(),
                c.change().name(),
                c.status().name(),
                "to " + c.destination(),
                c.counterparty() == null ? "alone" : "with " + c.counterparty().id());
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String file : FILES) {
            for (String block : read(file).split("(?m)^> ")) {
                List<String> lines = Arrays.stream(block.split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("(nothing)"))
                        .toList();
                if (!lines.isEmpty()) {
                    examples.add(new Example(file, lines.get(0), lines.subList(1, lines.size())));
                }
            }
        }
        return examples.stream();
    }

    private static String read(String file) throws IOException {
        try (InputStream in = ClaimCorpusTest.class.getResourceAsStream("claims/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("claims/" + file + ".txt is missing");
            }
            // The head of the file explains itself in comments.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("\n> ") + 1);
        }
    }
}
