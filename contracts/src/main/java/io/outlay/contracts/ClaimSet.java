package io.outlay.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one article now claims of one payer: the value of {@code claims}, key {@code payer|article}.
 *
 * @param articleId which article claims it
 * @param url its canonical address
 * @param title its headline
 * @param source the site or feed that it is from
 * @param publishedAt an ISO date or instant
 * @param bands near-duplicate bands of its text: two articles that share one are most likely copies of each other
 * @param rulesVersion which rules and tables made this
 * @param claims in the order of the text; an article that claims nothing of the payer any more is a tombstone
 */
public record ClaimSet(
        Payer payer,
        String articleId,
        @Nullable String url,
        @Nullable String title,
        @Nullable String source,
        @Nullable String publishedAt,
        List<String> bands,
        String rulesVersion,
        List<Claim> claims) {
    public ClaimSet {
        Check.required(payer, "payer");
        Check.id(articleId, "articleId");
        Check.text(rulesVersion, "rulesVersion");
        bands = bands == null ? List.of() : List.copyOf(bands);
        claims = List.copyOf(Check.required(claims, "claims"));
    }

    public String key() {
        return payer.id() + "|" + articleId;
    }

    /** An article's claims by payer id, each payer's in the order of the text: what stands in {@code claims} for the article. */
    public static SortedMap<String, ClaimSet> byPayer(EnrichedArticle article) {
        SortedMap<String, List<Claim>> claims = new TreeMap<>();
        for (Claim claim : article.claims()) {
            claims.computeIfAbsent(claim.payer().id(), payer -> new ArrayList<>())
                    .add(claim);
        }
        SortedMap<String, ClaimSet> sets = new TreeMap<>();
        claims.forEach((payer, ofPayer) -> sets.put(
                payer,
                new ClaimSet(
                        ofPayer.get(0).payer(),
                        article.articleId(),
                        article.url(),
                        article.title(),
                        article.source(),
                        article.publishedAt(),
                        article.bands(),
                        article.rulesVersion(),
                        ofPayer)));
        return sets;
    }
}
