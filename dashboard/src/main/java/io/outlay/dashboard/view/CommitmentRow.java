package io.outlay.dashboard.view;

import io.outlay.contracts.Band;
import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Revision;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A commitment on one flat line: who, what, where, and its newest revision.
 *
 * @param payer the payer's id
 * @param destination ISO codes joined by {@code ;}, null when not stated
 * @param counterparty its name
 * @param period its key
 * @param partOf the commitment that contains this one
 * @param firstDay of the first revision with a day
 * @param lastDay of the newest one
 * @param lowUsd as stated, in whole US dollars; these three are null without a rate
 * @param countedUsd what of the headline stands in totals; null without a rate
 * @param low as stated, in whole units of {@code currency}
 * @param confidence 0 to 1, the best among the newest revision's evidence; null when it has none
 * @param doubtful whether a person should look, see {@link Doubt}
 * @param corrections how many corrections touched it
 */
public record CommitmentRow(
        String id,
        String payer,
        String payerName,
        String payerCountry,
        Measure measure,
        @Nullable String destination,
        @Nullable String site,
        @Nullable String counterparty,
        @Nullable String period,
        CommitmentState state,
        @Nullable String partOf,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Long lowUsd,
        @Nullable Long headlineUsd,
        @Nullable Long highUsd,
        @Nullable Long countedUsd,
        @Nullable Long low,
        @Nullable Long headline,
        @Nullable Long high,
        @Nullable String currency,
        @Nullable Status status,
        @Nullable Double confidence,
        boolean doubtful,
        int revisions,
        int articles,
        int independentSources,
        @Nullable LocalDate newestEvidence,
        int corrections) {
    static CommitmentRow of(Commitment c) {
        List<Revision> revisions = c.revisions();
        Revision newest = revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
        Band usd = newest == null ? null : newest.usd();
        Band counted = newest == null ? null : newest.counted();
        Double confidence = newest == null ? null : newest.bestConfidence();
        return new CommitmentRow(
                c.id(),
                c.payer().id(),
                c.payer().name(),
                c.payer().country(),
                c.measure(),
                c.destination(),
                c.site(),
                c.counterparty() == null ? null : c.counterparty().name(),
                c.period() == null ? null : c.period().key(),
                c.state(),
                c.partOf(),
                revisions.stream()
                        .map(Revision::day)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                newest == null ? null : newest.day(),
                usd == null ? null : (Long) usd.low(),
                usd == null ? null : (Long) usd.headline(),
                usd == null ? null : (Long) usd.high(),
                counted == null ? null : (Long) counted.headline(),
                newest == null ? null : (Long) newest.low(),
                newest == null ? null : (Long) newest.headline(),
                newest == null ? null : (Long) newest.high(),
                newest == null ? null : newest.currency(),
                newest == null ? null : newest.status(),
                confidence,
                Doubt.of(c) != null,
                revisions.size(),
                c.articles(),
                c.independentSources(),
                c.newestEvidence(),
                c.corrections().size());
    }
}
