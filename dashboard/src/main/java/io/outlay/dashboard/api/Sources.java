package io.outlay.dashboard.api;

import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.live.Journal;
import io.outlay.dashboard.view.LedgerView;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * What answers are made from.
 *
 * @param clock by which it is today, in UTC
 */
public record Sources(LedgerView view, Journal journal, Supplier<Health> health, InstantSource clock) {
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
