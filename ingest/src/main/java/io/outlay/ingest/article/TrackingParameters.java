package io.outlay.ingest.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The table {@code tracking-parameters.csv}. */
final class TrackingParameters {
    private static final String TABLE = "tracking-parameters.csv";
    private static final TrackingParameters STANDARD = load();

    private final Set<String> names = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();

    private TrackingParameters() {}

    static TrackingParameters standard() {
        return STANDARD;
    }

    /** @param parameter with its value, as in {@code utm_source=feed} */
    boolean contains(String parameter) {
        String lower = parameter.toLowerCase(Locale.ROOT);
        String name = lower.split("=", 2)[0];
        return names.contains(name)
                || names.contains(lower)
                || beginnings.stream().anyMatch(name::startsWith);
    }

    private static TrackingParameters load() {
        TrackingParameters table = new TrackingParameters();
        try (InputStream in = Objects.requireNonNull(TrackingParameters.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().map(String::strip).forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
        return table;
    }

    private void add(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.endsWith("*")) {
            beginnings.add(line.substring(0, line.length() - 1));
        } else {
            names.add(line);
        }
    }
}
