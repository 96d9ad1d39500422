package io.outlay.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one article now claims of one payer: the value of {@code claims}, key {@code payer|article}. */
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
}
