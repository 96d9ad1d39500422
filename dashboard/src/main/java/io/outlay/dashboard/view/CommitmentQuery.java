package io.outlay.dashboard.view;

import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Which commitments are asked for; a filter that is null lets all pass, several must all hold.
 *
 * @param company the payer's id
 * @param headquarters a country code; of several countries one is enough
 * @param destination a country code, or {@code *} for those that state none; of several countries one is enough
 * @param text words that must all occur among the payer's and counterparty's names, site, countries and headlines of articles
 * @param doubtful only those that a person should look at
 * @param limit at most so many
 * @param after where the page before ended
 */
public record CommitmentQuery(
        @Nullable String company,
        @Nullable String headquarters,
        @Nullable String destination,
        @Nullable Measure measure,
        @Nullable CommitmentState state,
        @Nullable String text,
        boolean doubtful,
        Sort sort,
        int limit,
        @Nullable Place after) {
    public CommitmentQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, not " + limit);
        }
    }
}
