package io.outlay.dashboard.view;

import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which totals are asked for.
 *
 * @param asOf the day on which the window ends; null: now, as the topics of totals say, which know no filter and no flows
 */
public record TotalsQuery(
        Dimension by, Measure measure, RollingWindow window, Filter filter, @Nullable LocalDate asOf) {
    public TotalsQuery {
        by.requireTells(measure);
        if (filter.destination() != null) {
            Dimension.DESTINATION.requireTells(measure);
        }
        if (asOf == null && (by == Dimension.FLOW || !filter.passesAll())) {
            throw new IllegalArgumentException("what no topic says is summed as of a day");
        }
    }

    /** Without a filter. */
    public TotalsQuery(Dimension by, Measure measure, RollingWindow window, @Nullable LocalDate asOf) {
        this(by, measure, window, Filter.NONE, asOf);
    }
}
