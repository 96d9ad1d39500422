package io.outlay.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with what was found in it: the value of {@code enriched-articles}.
 *
 * @param articleId the article's id
 * @param url canonical address
 * @param title headline as published
 * @param source the site or feed that it is from
 * @param language ISO 639-1 code, null when unknown
 * @param publishedAt an ISO date or instant
 * @param rulesVersion which rules and tables made this
 * @param bands near-duplicate bands of the text: two articles that share one are most likely copies of each other
 * @param mentions companies, countries and amounts of money, in the order of the text
 * @param claims what the article says of money to be spent, in the order of the text
 */
public record EnrichedArticle(
        String articleId,
        @Nullable String url,
        @Nullable String title,
        @Nullable String source,
        @Nullable String language,
        @Nullable String publishedAt,
        String rulesVersion,
        List<String> bands,
        List<Mention> mentions,
        List<Claim> claims) {
    public EnrichedArticle {
        Check.id(articleId, "articleId");
        Check.text(rulesVersion, "rulesVersion");
        bands = bands == null ? List.of() : List.copyOf(bands);
        mentions = List.copyOf(Check.required(mentions, "mentions"));
        claims = List.copyOf(Check.required(claims, "claims"));
    }

    /** The key under which it stands in {@code enriched-articles}. */
    public String key() {
        return articleId;
    }
}
