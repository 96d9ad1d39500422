package io.outlay.dashboard.view;

import io.outlay.contracts.RollingTotal;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one entity has in a window; in whole US dollars. The fields mean what they mean in {@link RollingTotal}.
 *
 * @param entity a payer's id, or country codes as the topics print them
 * @param name for people
 * @param country of a company its headquarters, of a country itself
 * @param lowUsd of a stock its band; in a trailing window net changes of the three, not a band
 * @param headlineUsd what the total is
 * @param highUsd as {@code lowUsd}
 * @param addedUsd ≥ 0
 * @param removedUsd ≤ 0
 * @param previousHeadlineUsd the headline of the window before; 0 for the stock
 * @param commitments how many lines have a posting in the window
 */
public record EntityTotal(
        String entity,
        String name,
        String country,
        long lowUsd,
        long headlineUsd,
        long highUsd,
        long addedUsd,
        long removedUsd,
        long previousHeadlineUsd,
        int commitments) {

    /** All together; that of nothing is zero. Lines of several entities count with each. */
    public static EntityTotal sum(List<EntityTotal> totals) {
        return new EntityTotal(
                "*",
                "all",
                "*",
                sum(totals, EntityTotal::lowUsd),
                sum(totals, EntityTotal::headlineUsd),
                sum(totals, EntityTotal::highUsd),
                sum(totals, EntityTotal::addedUsd),
                sum(totals, EntityTotal::removedUsd),
                sum(totals, EntityTotal::previousHeadlineUsd),
                (int) sum(totals, EntityTotal::commitments));
    }

    private static long sum(List<EntityTotal> totals, ToLongFunction<EntityTotal> field) {
        return totals.stream().mapToLong(field).sum();
    }

    static EntityTotal of(RollingTotal total) {
        return new EntityTotal(
                total.entity(),
                total.name(),
                total.country(),
                total.lowUsd(),
                total.headlineUsd(),
                total.highUsd(),
                total.addedUsd(),
                total.removedUsd(),
                total.previousHeadlineUsd(),
                total.commitments());
    }
}
