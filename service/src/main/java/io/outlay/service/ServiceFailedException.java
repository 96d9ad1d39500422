package io.outlay.service;

import org.jspecify.annotations.Nullable;

/** A service that ended by a fault, or could not start. */
public final class ServiceFailedException extends RuntimeException {
    public ServiceFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
