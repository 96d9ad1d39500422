package io.outlay.service;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.slf4j.MDC;

/**
 * What the lines that a thread logs are about: {@code article}, {@code payer}, {@code commitment}, {@code trace}, as fields of the JSON form
 * of the log. They hold until this is closed.
 *
 * <pre>{@code
 * try (LogFields fields = LogFields.of("payer", payer)) { … }
 * }</pre>
 */
public final class LogFields implements AutoCloseable {
    /** Topic → the names of its key's parts, as the catalogue has them: {@code payer|article}. */
    private static final Map<String, String[]> KEY_PARTS = keyParts();

    private final List<String> names = new ArrayList<>(3);

    private LogFields() {}

    public static LogFields of(String name, String value) {
        return new LogFields().and(name, value);
    }

    /** One field more. */
    public LogFields and(String name, String value) {
        MDC.put(name, value);
        names.add(name);
        return this;
    }

    /** The parts of a record's key by their names, and its trace. */
    static LogFields at(String topic, String key, Headers headers) {
        LogFields fields = new LogFields();
        String[] names = KEY_PARTS.getOrDefault(topic, new String[] {"key"});
        String[] parts = key.split("\\|", names.length);
        for (int i = 0; i < parts.length; i++) {
            fields.and(names[i], parts[i]);
        }
        String trace = Trail.traceId(headers);
        if (!trace.isEmpty()) {
            fields.and("trace", trace);
        }
        return fields;
    }

    private static Map<String, String[]> keyParts() {
        Map<String, String[]> parts = new HashMap<>();
        for (Topic<?> topic : Topics.all()) {
            parts.put(
                    topic.name(),
                    topic.key().replace(" id", "").replace(' ', '-').split("\\|"));
        }
        return parts;
    }

    @Override
    public void close() {
        names.forEach(MDC::remove);
    }
}
