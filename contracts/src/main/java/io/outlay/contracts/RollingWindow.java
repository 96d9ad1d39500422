package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The lengths over which totals roll. The window of w days as of day d is {@code (d − w, d]}. A new length is one line here. */
public enum RollingWindow {
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    YEAR(365),
    /** The stock: all postings up to the day. */
    ALL(0);

    private final int days;
    private final String label;

    RollingWindow(int days) {
        this.days = days;
        this.label = days == 0 ? "all" : days + "d";
    }

    /** The length in days; 0 for {@link #ALL}. */
    public int days() {
        return days;
    }

    public boolean contains(LocalDate postingDay, LocalDate asOf) {
        return !postingDay.isAfter(asOf) && (this == ALL || postingDay.isAfter(asOf.minusDays(days)));
    }

    /** {@code 7d}, {@code 30d}, {@code 90d}, {@code 365d} or {@code all}. */
    @JsonValue
    public String label() {
        return label;
    }

    @JsonCreator
    public static RollingWindow ofLabel(@Nullable String label) {
        for (RollingWindow window : values()) {
            if (window.label.equals(label)) {
                return window;
            }
        }
        throw new IllegalArgumentException("no window '" + label + "'; there are 7d, 30d, 90d, 365d and all");
    }
}
