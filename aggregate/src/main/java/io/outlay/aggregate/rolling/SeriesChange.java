package io.outlay.aggregate.rolling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All the postings of a series that changed at once, so that its totals change once. */
public record SeriesChange(Series series, List<Change> changes) {
    /**
     * The posting of a line on a day, as it is now.
     *
     * @param now null when there is none any more
     */
    public record Change(String line, LocalDate day, @Nullable SeriesPosting now) {}
}
