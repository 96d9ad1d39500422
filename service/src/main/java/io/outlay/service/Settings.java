package io.outlay.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a process, read once, every value checked.
 *
 * <p>Later places outrank earlier ones: defaults, the properties file, the environment ({@code OUTLAY_HTTP_PORT}), the command
 * line ({@code --http.port=8081}). Client settings pass through to every Kafka client: {@code kafka.security.protocol} in the
 * file and on the command line, {@code KAFKA_SECURITY_PROTOCOL} in the environment.
 *
 * <p>All mistakes are gathered and reported at once, see {@link BadSettingsException}.
 */
public final class Settings {
    private final Map<Setting<?>, Object> values;
    private final SortedMap<String, String> texts;
    private final SortedMap<String, String> kafka;

    private Settings(Map<Setting<?>, Object> values, SortedMap<String, String> texts, SortedMap<String, String> kafka) {
        this.values = values;
        this.texts = texts;
        this.kafka = kafka;
    }

    /**
     * From the places that a process has; the file is the one that the setting {@code settings} names.
     *
     * @throws BadSettingsException with all that is wrong
     */
    public static Settings read(List<Setting<?>> known, Map<String, String> environment, List<String> arguments) {
        return SettingsReader.read(known, environment, arguments);
    }

    /**
     * For a service that runs inside another program: values by name, defaults for the rest, no environment.
     *
     * @throws BadSettingsException with all that is wrong
     */
    public static Settings of(List<Setting<?>> known, Map<String, String> values) {
        List<String> arguments = values.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toList();
        return read(known, Map.of(), arguments);
    }

    /** Parses the texts, gathering mistakes into {@code problems}; where says from which place each text comes. */
    static Settings parse(
            List<Setting<?>> known,
            Map<String, String> given,
            Map<String, String> where,
            SortedMap<String, String> kafka,
            List<String> problems) {
        Map<Setting<?>, Object> values = new LinkedHashMap<>();
        SortedMap<String, String> texts = new TreeMap<>();
        for (Setting<?> setting : known) {
            String text = given.getOrDefault(setting.name(), setting.fallback());
            if (text == null) {
                problems.add("'" + setting.name() + "' must be given: " + setting.doc());
                continue;
            }
            try {
                values.put(setting, setting.parser().apply(text));
                texts.put(setting.name(), setting.secret() ? Secrets.MASK : text);
            } catch (IllegalArgumentException | ArithmeticException e) {
                String shown = setting.secret() ? Secrets.MASK : "'" + text + "'";
                problems.add(where.getOrDefault(setting.name(), "default") + ": '" + setting.name() + "' is " + shown
                        + ": " + e.getMessage());
            }
        }
        return new Settings(values, texts, kafka);
    }

    /** @throws IllegalArgumentException if the setting was not among those read: a mistake in the program */
    @SuppressWarnings("unchecked") // the map holds under each setting what its parser made
    public <T> T get(Setting<T> setting) {
        @Nullable Object value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("setting '" + setting.name() + "' is not among those of this process");
        }
        return (T) value;
    }

    /** Settings that pass through to every Kafka client, by Kafka's names: {@code security.protocol}. */
    public SortedMap<String, String> kafka() {
        return kafka;
    }

    /** One line per setting, in the alphabet's order, secrets masked. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        texts.forEach((name, text) -> lines.add(name + "=" + text));
        kafka.forEach((name, text) -> lines.add("kafka." + name + "=" + Secrets.masked(name, text)));
        return lines;
    }

    @Override
    public String toString() {
        return String.join(", ", lines());
    }

    /** The text that {@code --help} shows: each setting with its shape, default and meaning. */
    public static String help(List<Setting<?>> known) {
        return known.stream().map(Settings::helpOn).collect(Collectors.joining("\n"));
    }

    private static String helpOn(Setting<?> setting) {
        String fallback = setting.fallback() == null
                ? " (required)"
                : setting.fallback().isEmpty() || setting.secret() ? "" : " (default " + setting.fallback() + ")";
        return "  --" + setting.name() + "=" + setting.shape() + fallback + "\n      " + setting.doc();
    }
}
