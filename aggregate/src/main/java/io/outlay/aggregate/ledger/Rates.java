package io.outlay.aggregate.ledger;

import io.outlay.contracts.RateUsed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exchange rates by day: {@code amount in currency = unitsPerUsd * amount in USD}. */
public interface Rates {
    /** The rate that serves a currency on a day; null when there is none, which is a published state and not a zero. */
    @Nullable
    RateUsed on(String currency, LocalDate day);

    /** The same rates, each looked up once: for as long as they do not change. */
    default Rates lookedUpOnce() {
        Map<String, Map<LocalDate, Optional<RateUsed>>> known = new HashMap<>();
        return (currency, day) -> known.computeIfAbsent(currency, c -> new HashMap<>())
                .computeIfAbsent(day, d -> Optional.ofNullable(on(currency, d)))
                .orElse(null);
    }
}
