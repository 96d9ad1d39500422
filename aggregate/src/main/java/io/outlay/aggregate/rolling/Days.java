package io.outlay.aggregate.rolling;

import io.outlay.contracts.RollingWindow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days, some of which may not be. */
final class Days {
    private Days() {}

    static @Nullable LocalDate shifted(@Nullable LocalDate day, int days) {
        return day == null ? null : day.plusDays(days);
    }

    static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isAfter(one) ? other : one;
    }

    static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    /** The days on which a posting comes into the window, leaves it, and leaves the window before. */
    static List<LocalDate> changesBy(LocalDate posting, RollingWindow window) {
        return window == RollingWindow.ALL
                ? List.of(posting)
                : List.of(posting, posting.plusDays(window.days()), posting.plusDays(2L * window.days()));
    }

    /** Whether a line with postings on these two days and none between them leaves the window between them; null is no day. */
    static boolean apart(RollingWindow window, @Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null
                || to == null
                || (window != RollingWindow.ALL && from.plusDays(window.days()).isBefore(to));
    }
}
