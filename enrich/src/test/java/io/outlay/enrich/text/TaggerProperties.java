package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Mention;
import io.outlay.enrich.text.prose.Sentence;
import io.outlay.enrich.text.prose.Sentences;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TaggerProperties {
    private static final Tagger TAGGER = Tagger.standard();

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> words = Arbitraries.of(
                "Microsoft",
                "will invest",
                "$80 billion",
                "in AI data centres",
                "Oracle's",
                "capex",
                "was",
                "€20bn",
                "OpenAI",
                "(",
                ")",
                "by 2030",
                "in January",
                "deal with",
                "raised",
                "to",
                "from",
                ".",
                ",",
                "\n",
                "“",
                "it",
                "the company",
                "Rs 1.1 lakh crore",
                "380 billion yuan ($53 billion)",
                "😀",
                "\ud83d",
                "\u200b",
                "\u202e",
                "<b>",
                "France",
                "&nbsp;",
                "would",
                "Nebius",
                "and",
                "this year",
                "5",
                "兆円",
                "Stargate",
                "respectively");
        return words.list().ofMaxSize(40).map(parts -> String.join(" ", parts));
    }

    @Property(tries = 400)
    void offsetsCountCodePointsAndTheResultIsAlwaysTheSame(@ForAll("bodies") String body) {
        EnrichedArticle tagged = tag(body);
        for (Mention mention : tagged.mentions()) {
            assertEquals(mention.text(), part(body, mention.start(), mention.end()));
        }
        for (Claim claim : tagged.claims()) {
            int start = claim.evidence().quoteStart();
            String quote = claim.evidence().quote();
            assertEquals(quote, part(body, start, start + quote.codePointCount(0, quote.length())));
            assertTrue(claim.evidence().start() <= claim.evidence().amountStart());
            assertTrue(claim.evidence().amountEnd() <= claim.evidence().end());
        }
        assertEquals(tagged, tag(body));
    }

    @Property(tries = 200)
    void anyTextIsRead(@ForAll String body) {
        assertEquals(tag(body), tag(body));
    }

    @Example
    void aSentenceWithoutEndIsCutSoThatCostsStayLinear() {
        for (String piece : List.of("7", "word ", "$5 billion for AI ", "（", "\ud83d\ude00", "Meta (", "to ")) {
            List<Sentence> sentences = Sentences.of(piece.repeat(1_000_000 / piece.length()));
            for (Sentence sentence : sentences) {
                assertTrue(sentence.end() - sentence.start() <= 2_010, () -> "a sentence of " + sentence);
            }
        }
    }

    @Example
    void hostileBodiesAreRead() {
        assertEquals(0, tag("7".repeat(5_000_000)).claims().size());
        assertEquals(0, tag("\ud83d".repeat(100_000)).claims().size());
        assertEquals(0, tag("<div><p>".repeat(50_000)).claims().size());
        assertTrue(tag("Meta will invest $5 billion in AI data centers ".repeat(20_000))
                        .mentions()
                        .size()
                >= 20_000);
    }

    private static EnrichedArticle tag(String body) {
        return TAGGER.tag(new Article("a", null, null, body, "2025-11-03", null, null, null));
    }

    private static String part(String body, int from, int to) {
        String part = body.substring(body.offsetByCodePoints(0, from), body.offsetByCodePoints(0, to));
        // Half a pair is no character that JSON could carry: the records replace it.
        return new String(
                part.codePoints()
                        .map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c)
                        .toArray(),
                0,
                part.codePointCount(0, part.length()));
    }
}
