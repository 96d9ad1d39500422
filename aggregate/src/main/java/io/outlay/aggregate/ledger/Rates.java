package io.outlay.aggregate.ledger;

import io.outlay.contracts.RateUsed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Exchange rates by day: {@code amount in currency = unitsPerUsd * amount in USD}. */
public interface Rates {
    /** The rate that serves a currency on a day; null when there is none, which is a published state and not a zero. */
    @Nullable
    RateUsed on(String currency, LocalDate day);
}
