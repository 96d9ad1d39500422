package io.outlay.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One article's sentence behind a revision: where it is from, and the claim's {@link ClaimEvidence} fields. */
public record CommitmentEvidence(
        String articleId,
        @Nullable String url,
        @Nullable String title,
        @Nullable String source,
        @Nullable LocalDate day,
        double confidence,
        String quote,
        int quoteStart,
        int start,
        int end,
        @Nullable Integer payerStart,
        @Nullable Integer payerEnd,
        int amountStart,
        int amountEnd,
        @Nullable Integer periodStart,
        @Nullable Integer periodEnd,
        String rule) {
    public CommitmentEvidence {
        Check.id(articleId, "articleId");
        Check.text(quote, "quote");
        Check.text(rule, "rule");
        Check.confidence(confidence);
        Check.count(quoteStart, "quoteStart");
        Check.span(start, end, "evidence");
        Check.spanOrNull(payerStart, payerEnd, "payer");
        Check.span(amountStart, amountEnd, "amount");
        Check.spanOrNull(periodStart, periodEnd, "period");
    }
}
