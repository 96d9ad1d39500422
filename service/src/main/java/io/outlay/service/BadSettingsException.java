package io.outlay.service;

import java.util.List;

/** Settings that cannot be used, with every reason at once. */
public final class BadSettingsException extends RuntimeException {
    private final List<String> problems;

    public BadSettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each: where the setting was given, its name, and what to do. */
    public List<String> problems() {
        return problems;
    }
}
