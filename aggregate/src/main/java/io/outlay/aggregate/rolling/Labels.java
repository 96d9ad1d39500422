package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Dimension;
import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the totals of a series are labelled with. */
record Labels(Series series, String name, String country) {
    /** The cause of a total with no posting in its window. */
    static final String EXPIRY = "expiry";

    /** A company has the name and country of its latest posting, a country those of its code. */
    static Labels of(Series series, String payerName, String payerCountry, UnaryOperator<String> countryName) {
        return series.dimension() == Dimension.COMPANY
                ? new Labels(series, payerName, payerCountry)
                : new Labels(series, countryName.apply(series.entity()), series.entity());
    }

    RollingTotal total(
            RollingWindow window, LocalDate asOf, @Nullable LocalDate validThrough, Sums sums, String cause) {
        return new RollingTotal(
                RollingTotal.TYPE,
                series.dimension(),
                series.entity(),
                name,
                country,
                series.basis(),
                series.measure(),
                window,
                asOf,
                validThrough,
                sums.low(),
                sums.headline(),
                sums.high(),
                sums.added(),
                sums.removed(),
                sums.previousHeadline(),
                Math.toIntExact(sums.lines()),
                cause);
    }
}
