package io.outlay.local.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of metrics that the alert rules for Prometheus ask for. */
final class AlertRules {
    private static final Path FILE = Path.of("..", "deploy", "monitoring", "alerts.yml");
    private static final Pattern METRIC = Pattern.compile("\\b(outlay|jvm)_[a-z_]+");
    private static final Pattern EXPRESSION = Pattern.compile("^( +)expr:(.*(?:\\n\\1 +.*)*)$", Pattern.MULTILINE);

    private AlertRules() {}

    static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher expressions = EXPRESSION.matcher(Files.readString(FILE));
        while (expressions.find()) {
            Matcher metrics = METRIC.matcher(expressions.group(2));
            while (metrics.find()) {
                names.add(metrics.group());
            }
        }
        return names;
    }
}
