package io.outlay.ingest.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An address did not give what was asked; the message says why, in words for people. */
public class FetchException extends IOException {
    public FetchException(String message) {
        super(message);
    }

    public FetchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
