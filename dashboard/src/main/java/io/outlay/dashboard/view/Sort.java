package io.outlay.dashboard.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** In what order commitments are listed; ties by id, so that the order is stable. */
public enum Sort {
    /** The greatest stated headline in dollars first, those without a rate last. */
    AMOUNT,
    /** The newest revision first, those without a day last. */
    NEWEST,
    /** By the payer's id. */
    PAYER;

    /** Where a row stands in this order. */
    Place placeOf(CommitmentRow row) {
        return switch (this) {
            case AMOUNT -> new Place(greatestFirst(row.headlineUsd()), "", row.id());
            case NEWEST -> new Place(greatestFirst(epochDay(row.lastDay())), "", row.id());
            case PAYER -> new Place(0, row.payer(), row.id());
        };
    }

    private static long greatestFirst(@Nullable Long value) {
        return value == null ? Long.MAX_VALUE : -value;
    }

    private static @Nullable Long epochDay(@Nullable LocalDate day) {
        return day == null ? null : (Long) day.toEpochDay();
    }
}
