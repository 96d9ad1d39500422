package io.outlay.contracts;

import org.jspecify.annotations.Nullable;

/** Checks of the records' compact constructors; each message names the JSON field. */
final class Check {
    /** JSON numbers above this lose digits in many readers (2^53 − 1). */
    static final long MAX_AMOUNT = (1L << 53) - 1;

    private Check() {}

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("required field '" + field + "' is missing");
        }
        return value;
    }

    static String text(@Nullable String value, String field) {
        String text = required(value, field);
        if (text.isBlank()) {
            throw new IllegalArgumentException("required field '" + field + "' is empty");
        }
        return text;
    }

    /** Ids and key parts: {@code [a-z0-9.-]+}. */
    static String id(@Nullable String value, String field) {
        String id = required(value, field);
        if (!Ids.isId(id)) {
            throw new IllegalArgumentException("field '" + field + "' must match [a-z0-9.-]+, not '" + id + "'");
        }
        return id;
    }

    static long amount(long value, String field) {
        if (value < 0 || value > MAX_AMOUNT) {
            throw new IllegalArgumentException(
                    "field '" + field + "' must lie between 0 and " + MAX_AMOUNT + ", not " + value);
        }
        return value;
    }
}
