package io.outlay.contracts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of the records' compact constructors; each message names the JSON field. */
final class Check {
    /** JSON numbers above this lose digits in many readers (2^53 − 1). */
    static final long MAX_AMOUNT = (1L << 53) - 1;

    private static final Pattern COUNTRIES = Pattern.compile("[A-Z]{2}(;[A-Z]{2})*|\\*");
    private static final Pattern RATE = Pattern.compile("\\d{1,30}|(?=[\\d.]{3,31}$)\\d+\\.\\d+");

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

    /** An id or null. */
    static @Nullable String idOrNull(@Nullable String value, String field) {
        return value == null ? null : id(value, field);
    }

    /** The word that tells which kind of value this is. */
    static String constant(@Nullable String value, String expected, String field) {
        if (!expected.equals(required(value, field))) {
            throw new IllegalArgumentException("field '" + field + "' must be '" + expected + "', not '" + value + "'");
        }
        return expected;
    }

    /** An ISO 4217 code, by its shape. */
    static String currency(@Nullable String value, String field) {
        String code = required(value, field);
        if (code.length() != 3 || !areCapitals(code)) {
            throw new IllegalArgumentException(
                    "field '" + field + "' must be a currency code such as USD, not '" + code + "'");
        }
        return code;
    }

    /** ISO 3166 codes joined by {@code ;}, or {@code *}; by their shape. */
    static String countries(@Nullable String value, String field) {
        String codes = required(value, field);
        boolean one = codes.equals("*") || (codes.length() == 2 && areCapitals(codes));
        if (!one && !COUNTRIES.matcher(codes).matches()) {
            throw new IllegalArgumentException("field '" + field
                    + "' must be country codes such as CA or SA;US, or * when unknown, not '" + codes + "'");
        }
        return codes;
    }

    /** A pattern costs more than the rest of a record's checks. */
    private static boolean areCapitals(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    static @Nullable String countriesOrNull(@Nullable String value, String field) {
        return value == null ? null : countries(value, field);
    }

    /** The day of a daily rate, or the month of a monthly mean. */
    static String rateDay(@Nullable String value, String field) {
        String day = required(value, field);
        try {
            if (day.length() == "YYYY-MM".length()) {
                YearMonth.parse(day);
            } else {
                LocalDate.parse(day);
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "field '" + field + "' must be YYYY-MM-DD or YYYY-MM, not '" + day + "'", e);
        }
    }

    /** A positive decimal of up to 30 digits, without a sign or an exponent. */
    static String rate(@Nullable String value, String field) {
        String rate = required(value, field);
        if (!RATE.matcher(rate).matches() || new BigDecimal(rate).signum() == 0) {
            throw new IllegalArgumentException(
                    "field '" + field + "' must be a positive decimal of up to 30 digits, not '" + rate + "'");
        }
        return rate;
    }

    static @Nullable Integer secondsOrNull(@Nullable Integer value, int max, String field) {
        if (value != null && (value < 1 || value > max)) {
            throw new IllegalArgumentException(
                    "field '" + field + "' must lie between 1 and " + max + ", not " + value);
        }
        return value;
    }

    static int count(int value, String field) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "field '" + field + "' must lie between 0 and " + Integer.MAX_VALUE + ", not " + value);
        }
        return value;
    }

    /** A piece of text that has a beginning and, not before it, an end. */
    static void span(int start, int end, String what) {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "the offsets of '" + what + "' must be 0 ≤ start ≤ end, not " + start + " and " + end);
        }
    }

    static void spanOrNull(@Nullable Integer start, @Nullable Integer end, String what) {
        together(what + " offsets", start, end);
        if (start != null && end != null) {
            span(start, end, what);
        }
    }

    /** All null or none. */
    static void together(String what, @Nullable Object... values) {
        int given = 0;
        for (Object value : values) {
            given += value == null ? 0 : 1;
        }
        if (given != 0 && given != values.length) {
            throw new IllegalArgumentException("of the " + what + " all must stand, or none");
        }
    }

    static double confidence(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("field 'confidence' must lie between 0 and 1, not " + value);
        }
        return value;
    }

    static long amount(long value, String field) {
        if (value < 0 || value > MAX_AMOUNT) {
            throw new IllegalArgumentException(
                    "field '" + field + "' must lie between 0 and " + MAX_AMOUNT + ", not " + value);
        }
        return value;
    }
}
