package io.outlay.ingest.article;

/** Something that is no article; the message says why, in words for the person who gave it. */
public final class RefusedException extends RuntimeException {
    public RefusedException(String message) {
        super(message);
    }

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
