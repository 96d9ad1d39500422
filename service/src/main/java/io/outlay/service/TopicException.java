package io.outlay.service;

import org.jspecify.annotations.Nullable;

/** Topics that a service cannot start on. */
public final class TopicException extends RuntimeException {
    public TopicException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
