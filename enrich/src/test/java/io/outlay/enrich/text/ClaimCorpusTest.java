package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.enrich.text.claim.ClaimExample;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own sentences beside the claims that must be read in them: the files under {@code text/claims}. */
class ClaimCorpusTest {
    private static final Tagger TAGGER = Tagger.standard();

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void reads(ClaimExample example) {
        List<Claim> claims = TAGGER.tag(new Article(
                        "a", null, null, example.sentence(), ClaimExample.DAY, null, null, example.language()))
                .claims();
        List<String> found = claims.stream()
                .map(ClaimCorpusTest::facts)
                .map(Object::toString)
                .toList();
        assertEquals(example.claims().size(), claims.size(), () -> "found " + found);
        for (int i = 0; i < claims.size(); i++) {
            Set<String> facts = facts(claims.get(i));
            for (String fact : example.claims().get(i).split(" \\| ")) {
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

    static Stream<ClaimExample> examples() throws IOException {
        return ClaimExample.all().stream();
    }
}
