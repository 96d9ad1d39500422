package io.outlay.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One article's sentence behind a revision: where it is from, and the claim's {@link ClaimEvidence} fields.
 *
 * @param articleId which article says it
 * @param url its canonical address; null for one of over 1,000 characters
 * @param title its headline, cut at 200 characters
 * @param source the site or feed that it is from, cut likewise
 * @param day the announcement day by this article; null when it has none
 * @param confidence 0 to 1
 * @param quote the sentence, cut at 400 characters around the amount
 * @param quoteStart where the quote begins in the body, in code points, as all offsets
 * @param start where the sentence begins
 * @param end where the sentence ends
 * @param payerStart where the words that name the payer begin; null when the payer stands elsewhere
 * @param payerEnd where the words that name the payer end
 * @param amountStart where the words of the amount begin
 * @param amountEnd where they end
 * @param periodStart where the words of the period begin; null when there are none
 * @param periodEnd where they end
 * @param rule the name of the claim rule that fired
 */
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
    /** From this confidence on nobody is asked to look. Of the labelled articles' commitments every tenth rests on less. */
    public static final double CONFIDENT = 0.7;

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
