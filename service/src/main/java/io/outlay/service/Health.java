package io.outlay.service;

import io.outlay.contracts.Json;
import org.jspecify.annotations.Nullable;

/**
 * How a service is at one moment.
 *
 * @param live false when only a new start helps
 * @param ready whether it does its work; not while state is being restored
 * @param restoring how many records its state stores still have to read back
 * @param failure why it ended, in a line; null when it did not fail
 */
public record Health(
        String service, ServiceState state, boolean live, boolean ready, long restoring, @Nullable String failure) {
    String json() {
        return Json.string(this);
    }
}
