package io.outlay.local.cli;

/** What was typed makes no sense, whatever the ledger holds; the message is one line that says what would. */
public final class BadValueException extends RuntimeException {
    public BadValueException(String message) {
        super(message);
    }
}
