package io.outlay.dashboard.view;

import io.outlay.contracts.Measure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which course over time is asked for.
 *
 * @param by what strands are told apart by
 * @param strands how many of the greatest entities have a strand of their own, the others being one; 0: one strand for all
 * @param from the first day; null: that of the first posting
 * @param to the last day
 */
public record SeriesQuery(
        Measure measure, Dimension by, Filter filter, int strands, Step step, @Nullable LocalDate from, LocalDate to) {
    /** The most points that a strand has. */
    public static final int MAX_POINTS = 4_000;

    public SeriesQuery {
        by.requireTells(measure);
        if (filter.destination() != null) {
            Dimension.DESTINATION.requireTells(measure);
        }
    }
}
