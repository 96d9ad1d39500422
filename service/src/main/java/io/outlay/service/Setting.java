package io.outlay.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One setting, declared once: {@link Settings} reads it, {@code --help} and the documentation are made from it.
 *
 * @param name lower case, words joined by dots: {@code http.port}; in the environment {@code OUTLAY_HTTP_PORT}
 * @param shape what a value looks like, for people
 * @param parser makes a value of its text; throws {@link IllegalArgumentException} with a message that says what is wrong
 * @param fallback the text of the default; null when the setting must be given
 * @param secret whether its value is masked wherever settings are printed
 * @param doc one sentence on what it does
 */
public record Setting<T>(
        String name, String shape, Function<String, T> parser, @Nullable String fallback, boolean secret, String doc) {

    public static Setting<String> text(String name, @Nullable String fallback, String doc) {
        return new Setting<>(name, "text", Function.identity(), fallback, false, doc);
    }

    public static Setting<Integer> number(String name, int min, int max, int fallback, String doc) {
        Function<String, Integer> parser = text -> (int) wholeNumber(text, min, max);
        return new Setting<>(name, min + ".." + max, parser, Integer.toString(fallback), false, doc);
    }

    public static Setting<Boolean> flag(String name, boolean fallback, String doc) {
        return new Setting<>(name, "true|false", Setting::trueOrFalse, Boolean.toString(fallback), false, doc);
    }

    /** A length of time: {@code 250ms}, {@code 30s}, {@code 5m}, {@code 12h}, {@code 7d}. */
    public static Setting<Duration> duration(String name, String fallback, String doc) {
        return new Setting<>(name, "duration", Units::duration, fallback, false, doc);
    }

    /** A count of bytes: {@code 512}, {@code 64KiB}, {@code 8MiB}, {@code 1GiB}. */
    public static Setting<Long> bytes(String name, String fallback, String doc) {
        return new Setting<>(name, "bytes", Units::bytes, fallback, false, doc);
    }

    public static Setting<Path> path(String name, @Nullable String fallback, String doc) {
        return new Setting<>(name, "path", Path::of, fallback, false, doc);
    }

    /** Values separated by commas; blanks around them are dropped. */
    public static Setting<List<String>> list(String name, String fallback, String doc) {
        return new Setting<>(name, "list,of,text", Setting::split, fallback, false, doc);
    }

    /** One of an enum's constants, in lower case with dashes. */
    public static <E extends Enum<E>> Setting<E> choice(String name, E fallback, String doc) {
        List<E> choices = List.of(fallback.getDeclaringClass().getEnumConstants());
        String shape = String.join("|", choices.stream().map(Setting::inWords).toList());
        Function<String, E> parser = text -> choices.stream()
                .filter(choice -> inWords(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + shape));
        return new Setting<>(name, shape, parser, inWords(fallback), false, doc);
    }

    /** The same setting, which may be left empty. */
    public Setting<Optional<T>> optional() {
        Function<String, Optional<T>> orEmpty =
                text -> text.isBlank() ? Optional.empty() : Optional.of(parser.apply(text));
        return new Setting<>(name, shape, orEmpty, "", secret, doc);
    }

    /** The same setting, without a default. */
    public Setting<T> required() {
        return new Setting<>(name, shape, parser, null, secret, doc);
    }

    /** The same setting, masked wherever it is printed. */
    public Setting<T> masked() {
        return new Setting<>(name, shape, parser, fallback, true, doc);
    }

    /** How the setting is called in the environment: {@code http.port} is {@code OUTLAY_HTTP_PORT}. */
    public String environmentName() {
        return "OUTLAY_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static long wholeNumber(String text, long min, long max) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number from " + min + " to " + max, e);
        }
        throw new IllegalArgumentException("must lie between " + min + " and " + max);
    }

    private static boolean trueOrFalse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String inWords(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
