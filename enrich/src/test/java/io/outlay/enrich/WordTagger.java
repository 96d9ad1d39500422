package io.outlay.enrich;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Article;
import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimEvidence;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A tagger for tests of the road, not of the reading: {@code meta 65, microsoft 80} are two claims, of 65 and of 80 dollars.
 * {@code !} is an article that it cannot bear.
 */
final class WordTagger implements Function<Article, EnrichedArticle> {
    private static final Pattern CLAIM = Pattern.compile("([a-z]+) (\\d+)");

    @Override
    public EnrichedArticle apply(Article article) {
        if (article.body().contains("!")) {
            throw new IllegalStateException("cannot bear '!'");
        }
        List<Claim> claims = new ArrayList<>();
        var found = CLAIM.matcher(article.body());
        while (found.find()) {
            claims.add(claim(found.group(1), Long.parseLong(found.group(2))));
        }
        return new EnrichedArticle(
                article.id(),
                article.url(),
                article.title(),
                article.source(),
                article.language(),
                article.publishedAt(),
                "words",
                List.of(),
                List.of(),
                claims);
    }

    private static Claim claim(String payer, long dollars) {
        return new Claim(
                new Payer(payer, payer, "US", PayerKind.COMPANY, List.of()),
                Measure.GUIDANCE,
                Amount.exactly(dollars, "USD"),
                null,
                null,
                null,
                null,
                null,
                Status.OFFICIAL,
                Change.NEW,
                null,
                null,
                null,
                1.0,
                Ids.hash(payer, Long.toString(dollars)),
                new ClaimEvidence(payer + " " + dollars, 0, 0, 1, 0, 1, 0, 1, null, null, "words"));
    }
}
