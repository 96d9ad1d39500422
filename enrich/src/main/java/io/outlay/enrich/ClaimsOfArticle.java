package io.outlay.enrich;

import com.fasterxml.jackson.annotation.JsonValue;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Json;
import io.outlay.contracts.Payer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An article's claims as they stand in {@code claims}: one {@link ClaimSet} for each payer. Pure. */
final class ClaimsOfArticle {
    /** What an article's claims looked like when last written: payer id → hash of the claim set. */
    record Written(@JsonValue SortedMap<String, String> hashes) {
        static final Written NOTHING = new Written(new TreeMap<>());
    }

    private ClaimsOfArticle() {}

    /** Payer id → what the article claims of that payer, in the order of the text. */
    static SortedMap<String, ClaimSet> byPayer(EnrichedArticle article) {
        SortedMap<String, List<Claim>> claims = new TreeMap<>();
        for (Claim claim : article.claims()) {
            claims.computeIfAbsent(claim.payer().id(), payer -> new ArrayList<>())
                    .add(claim);
        }
        SortedMap<String, ClaimSet> sets = new TreeMap<>();
        claims.forEach((payer, ofPayer) ->
                sets.put(payer, claimSet(article, ofPayer.get(0).payer(), ofPayer)));
        return sets;
    }

    static Written written(Map<String, ClaimSet> sets) {
        SortedMap<String, String> hashes = new TreeMap<>();
        sets.forEach((payer, set) -> hashes.put(payer, Ids.hash(Json.string(set))));
        return new Written(hashes);
    }

    private static ClaimSet claimSet(EnrichedArticle article, Payer payer, List<Claim> claims) {
        return new ClaimSet(
                payer,
                article.articleId(),
                article.url(),
                article.title(),
                article.source(),
                article.publishedAt(),
                article.bands(),
                article.rulesVersion(),
                claims);
    }
}
