package io.outlay.ingest.web;

import java.io.IOException;

/** An address did not give what was asked; the message says why, in words for people. */
public final class FetchException extends IOException {
    public FetchException(String message) {
        super(message);
    }

    public FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
