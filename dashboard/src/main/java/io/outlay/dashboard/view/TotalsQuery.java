package io.outlay.dashboard.view;

import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which totals are asked for.
 *
 * @param asOf the day on which the window ends; null: now, as the topics of totals say
 */
public record TotalsQuery(Dimension by, Measure measure, RollingWindow window, @Nullable LocalDate asOf) {
    public TotalsQuery {
        if (!by.tells(measure)) {
            throw new IllegalArgumentException(measure + " has no totals by " + by);
        }
    }
}
