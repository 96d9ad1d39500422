package io.outlay.contracts;

import org.jspecify.annotations.Nullable;

/** A value that is no JSON, or not the JSON that its topic promises. */
public final class BadJsonException extends RuntimeException {
    public BadJsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
