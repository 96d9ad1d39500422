package io.outlay.local.cli;

/** A command could not do what it was asked; the message is one line that says what to do about it. */
public final class CommandFailedException extends RuntimeException {
    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
