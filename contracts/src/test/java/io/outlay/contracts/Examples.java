package io.outlay.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** One full value of each topic, as JSON in {@code examples/<topic>.json}: every field stands, every list has an element. */
final class Examples {
    private Examples() {}

    /** The topics whose values are JSON. */
    static List<Topic<?>> topics() {
        return Topics.all().stream()
                .filter(topic -> topic.value() != byte[].class)
                .toList();
    }

    static byte[] of(Topic<?> topic) {
        String name = "/examples/" + topic.name() + ".json";
        try (InputStream file = Examples.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new AssertionError("there is no example " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
