package io.outlay.service;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers the texts of settings from file, environment and command line, each place outranking the one before. */
final class SettingsReader {
    private static final String KAFKA = "kafka.";
    private static final String KAFKA_BOOTSTRAP = "kafka.bootstrap.servers";

    /**
     * What Kubernetes puts into every container for a service named {@code outlay-…} or {@code kafka}, as in
     * {@code KAFKA_PORT_9092_TCP_ADDR} or {@code OUTLAY_ENRICH_SERVICE_HOST}: nobody's setting. Kafka's own images add variables
     * for its scripts.
     */
    private static final Pattern NOT_SETTINGS = Pattern.compile(
            "(OUTLAY|KAFKA)(_[A-Z0-9_]+)?_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT_\\d+_(TCP|UDP)(_[A-Z]+)?)"
                    + "|KAFKA_(HOME|VERSION|PORT|OPTS|HEAP_OPTS|JMX_OPTS|GC_LOG_OPTS|JVM_PERFORMANCE_OPTS|LOG4J_OPTS|DEBUG)");

    private static final Pattern LINK_ADDRESS = Pattern.compile("(tcp|udp)://[^/]+:\\d+");

    private final List<Setting<?>> known;
    private final List<String> names;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> given = new HashMap<>();
    private final Map<String, String> where = new HashMap<>();
    private final SortedMap<String, String> kafka = new TreeMap<>();

    private SettingsReader(List<Setting<?>> known) {
        this.known = known;
        this.names = known.stream().map(Setting::name).toList();
    }

    static Settings read(List<Setting<?>> known, Map<String, String> environment, List<String> arguments) {
        SettingsReader reader = new SettingsReader(known);
        SettingsReader outer = new SettingsReader(known);
        outer.takeEnvironment(environment);
        outer.takeArguments(arguments);

        String file = outer.given.get(ServiceSettings.FILE.name());
        if (file != null && !file.isBlank()) {
            reader.takeFile(Path.of(file));
        }
        reader.problems.addAll(outer.problems);
        reader.given.putAll(outer.given);
        reader.where.putAll(outer.where);
        reader.kafka.putAll(outer.kafka);

        Settings settings = Settings.parse(known, reader.given, reader.where, reader.kafka, reader.problems);
        if (!reader.problems.isEmpty()) {
            throw new BadSettingsException(reader.problems);
        }
        return settings;
    }

    private void takeFile(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(file + ": cannot be read as a properties file: " + e);
            return;
        }
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> take(file.toString(), name, properties.getProperty(name)));
    }

    private void takeEnvironment(Map<String, String> environment) {
        Map<String, String> byEnvironmentName = new HashMap<>();
        known.forEach(setting -> byEnvironmentName.put(setting.environmentName(), setting.name()));
        environment.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .filter(entry -> !isNoSetting(entry.getKey(), entry.getValue()))
                .forEach(entry -> takeVariable(byEnvironmentName, entry.getKey(), entry.getValue()));
    }

    private void takeVariable(Map<String, String> byEnvironmentName, String variable, String text) {
        if (variable.startsWith("KAFKA_")) {
            take(variable, variable.toLowerCase(Locale.ROOT).replace('_', '.'), text);
        } else if (variable.startsWith("OUTLAY_")) {
            String name = byEnvironmentName.get(variable);
            if (name == null) {
                problems.add("environment: no setting is called " + variable
                        + DidYouMean.hint(variable, byEnvironmentName.keySet()));
            } else {
                take("environment", name, text);
            }
        }
    }

    private static boolean isNoSetting(String variable, String text) {
        return NOT_SETTINGS.matcher(variable).matches()
                || variable.endsWith("_PORT") && LINK_ADDRESS.matcher(text).matches();
    }

    private void takeArguments(List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                problems.add("command line: '" + argument + "' is not of the form --name=value");
            } else {
                take("command line", argument.substring(2, equals), argument.substring(equals + 1));
            }
        }
    }

    private void take(String place, String name, String text) {
        if (name.equals(KAFKA_BOOTSTRAP) && names.contains(ServiceSettings.BOOTSTRAP.name())) {
            take(place, ServiceSettings.BOOTSTRAP.name(), text);
        } else if (name.startsWith(KAFKA) && name.length() > KAFKA.length()) {
            takeKafka(place, name.substring(KAFKA.length()), text);
        } else if (names.contains(name)) {
            given.put(name, text);
            where.put(name, place);
        } else {
            problems.add(place + ": no setting is called '" + name + "'" + DidYouMean.hint(name, names));
        }
    }

    private void takeKafka(String place, String name, String text) {
        KafkaNames.meant(name)
                .ifPresentOrElse(
                        meant -> problems.add(place + ": no Kafka client has a setting '" + name + "'; did you mean '"
                                + meant + "'?"),
                        () -> kafka.put(name, text));
    }
}
