package io.outlay.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the money will be spent.
 *
 * @param text the words that say so
 * @param start first day, null when open
 * @param end last day, null when open
 * @param key {@code FY2026} (a fiscal year that is no calendar year), {@code CY2025}, {@code CY2025Q3}, {@code 2025-2028},
 *     or {@code DISPUTED} when texts conflict
 */
public record Period(@Nullable String text, @Nullable LocalDate start, @Nullable LocalDate end, String key) {
    public Period {
        Check.text(key, "period.key");
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "field 'period.end' must not lie before its start: " + start + ", " + end);
        }
    }
}
