package io.outlay.dashboard.api;

import io.outlay.service.DidYouMean;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a question, each read with the words that say what was wrong with it. */
public final class Params {
    /** A value is no longer than this many characters. */
    static final int MAX_LENGTH = 200;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    private final Map<String, String> values;

    private Params(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the query of an address.
     *
     * @param query as it stands in the address; null when there is none
     * @param known the names that there are
     * @throws BadParameterException if a parameter is unknown, stands twice, or cannot be decoded
     */
    static Params of(@Nullable String query, Collection<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals), "query");
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1), name);
            if (!known.contains(name)) {
                throw new BadParameterException(
                        shortened(name), "there is no such parameter" + DidYouMean.hint(name, known));
            }
            if (value.length() > MAX_LENGTH) {
                throw new BadParameterException(name, "is longer than " + MAX_LENGTH + " characters");
            }
            if (values.put(name, value) != null) {
                throw new BadParameterException(name, "stands twice");
            }
        }
        values.values().removeIf(String::isBlank);
        return new Params(values);
    }

    private static String decode(String text, String name) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(shortened(name), "is not percent-encoded UTF-8");
        }
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    boolean flag(String name) {
        String value = values.get(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw new BadParameterException(name, "must be true or false");
    }

    int number(String name, int least, int most, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadParameterException(name, "must be a whole number from " + least + " to " + most);
    }

    @Nullable
    LocalDate day(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new BadParameterException(name, "must be a day as YYYY-MM-DD, from " + FIRST_DAY + " to " + LAST_DAY);
    }

    /** ISO 3166-1 code, several joined by {@code ;}, or {@code *}. */
    @Nullable
    String countries(String name) {
        String value = values.get(name);
        if (value != null && !value.matches("\\*|[A-Z]{2}(;[A-Z]{2}){0,19}")) {
            throw new BadParameterException(name, "must be a country's code such as US, or * for unknown");
        }
        return value;
    }

    @Nullable
    String id(String name) {
        String value = values.get(name);
        if (value != null && !value.matches("[a-z0-9.-]+")) {
            throw new BadParameterException(name, "must be an id: small letters, digits, dots and dashes");
        }
        return value;
    }

    /** One of an enum's constants, in small letters. */
    <E extends Enum<E>> E choice(String name, E otherwise, List<E> choices) {
        E found = choiceOrNull(name, choices);
        return found == null ? otherwise : found;
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(String name, List<E> choices) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        List<String> words = choices.stream().map(Params::word).toList();
        int at = words.indexOf(value.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new BadParameterException(
                    name, "must be one of " + String.join(", ", words) + DidYouMean.hint(value, words));
        }
        return choices.get(at);
    }

    /** @param reader throws {@link IllegalArgumentException} with words that go on from the parameter's name */
    <T> @Nullable T read(String name, Function<String, T> reader) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(name, String.valueOf(e.getMessage()));
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
