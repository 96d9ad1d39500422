package io.outlay.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a commitment from a day on.
 *
 * @param figure the id of the figure that states it, see {@link Figures#id}
 * @param day null when no source gives a day: such a revision counts nothing
 * @param low native amount, in whole units of {@code currency}
 * @param headline native amount, in whole units of {@code currency}
 * @param high native amount, in whole units of {@code currency}
 * @param currency ISO 4217 code
 * @param usd low, headline and high in US dollars at {@code rate}; null when there is no rate
 * @param rate the exchange rate behind {@code usd}; null when there is none
 * @param counted what of {@code usd} stands in totals; null when there is no rate
 * @param why why that much is counted, in a few words
 * @param evidence the first eight articles by day and id
 */
public record Revision(
        String figure,
        @Nullable LocalDate day,
        long low,
        long headline,
        long high,
        String currency,
        @Nullable Band usd,
        @Nullable RateUsed rate,
        @Nullable Band counted,
        String why,
        Status status,
        Change change,
        List<CommitmentEvidence> evidence) {
    public Revision {
        Check.id(figure, "figure");
        Check.amount(low, "low");
        Check.amount(headline, "headline");
        Check.amount(high, "high");
        Check.currency(currency, "currency");
        Check.text(why, "why");
        Check.required(status, "status");
        Check.required(change, "change");
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** The confidence of the clearest sentence behind it, 0 to 1; null when it has no evidence. */
    public @Nullable Double bestConfidence() {
        return evidence.stream()
                .map(CommitmentEvidence::confidence)
                .max(Double::compare)
                .orElse(null);
    }
}
