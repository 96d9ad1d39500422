package io.outlay.local.ops;

import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** An operation that cannot be done; the message says why and what to do. */
public final class OperationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OperationException(String message) {
        this(message, null);
    }

    private OperationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A broker that refused or did not answer, or a wait that was interrupted. */
    static OperationException of(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new OperationException("interrupted", e);
        }
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        return new OperationException("the broker refused: " + cause.getMessage(), cause);
    }
}
