package io.outlay.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Where a claim stands in its article. Offsets count Unicode code points of {@code body}, ends exclusive.
 *
 * @param quote the sentence, cut at 400 characters around the amount
 * @param quoteStart where the quote begins in the body
 * @param start where the sentence begins
 * @param end where the sentence ends
 * @param payerStart the words that name the payer, a pronoun or description among them; null when the payer stands elsewhere
 * @param payerEnd where the words that name the payer end
 * @param amountStart where the words of the amount begin
 * @param amountEnd where they end
 * @param periodStart where the words of the period begin; null when there are none
 * @param periodEnd where they end
 * @param rule the name of the claim rule that fired
 */
public record ClaimEvidence(
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
    public ClaimEvidence {
        Check.text(quote, "evidence.quote");
        Check.text(rule, "evidence.rule");
        Check.count(quoteStart, "evidence.quoteStart");
        Check.span(start, end, "evidence");
        Check.spanOrNull(payerStart, payerEnd, "payer");
        Check.span(amountStart, amountEnd, "amount");
        Check.spanOrNull(periodStart, periodEnd, "period");
    }
}
