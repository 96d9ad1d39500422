package io.outlay.service;

import java.util.regex.Pattern;

/** Keeps secrets out of whatever is printed. */
final class Secrets {
    static final String MASK = "********";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(password|passwd|secret|token(?!\\.endpoint)|credential|jaas|keystore\\.key|private|api\\.?key).*");

    private Secrets() {}

    /** A client setting's value as it may be printed. */
    static String masked(String name, String value) {
        return SECRET_NAME.matcher(name).matches() ? MASK : value;
    }
}
