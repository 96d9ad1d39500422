package io.outlay.contracts;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Each record of the catalogue's topics is a CloudEvent (1.0) in Kafka's binary mode: its value is the event's data, the attributes stand
 * in headers. A tombstone is an event without data, and so without {@link #CONTENT_TYPE} and {@link #DATA_SCHEMA}.
 */
public final class CloudEvents {
    public static final String SPEC_VERSION = "ce_specversion";
    /** Of its own for each record that readers of committed ones see; of chance, not to be compared with anything. */
    public static final String ID = "ce_id";
    /** {@code /outlay-SERVICE} of the service that wrote it, {@code /outlay-command} and the like of the command line. */
    public static final String SOURCE = "ce_source";
    /** {@code io.outlay.} and the topic's name after {@code outlay.}; a breaking change is a topic, and so a type, of its own. */
    public static final String TYPE = "ce_type";

    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEvents() {}

    /** The attributes that all records of a topic have, tombstones too. */
    public static Map<String, String> ofTopic(Topic<?> topic) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(SPEC_VERSION, "1.0");
        attributes.put(TYPE, "io." + topic.name());
        return attributes;
    }

    /** Those that all records of a topic have that hold a value. */
    public static Map<String, String> ofData(Topic<?> topic) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (topic.schema().isEmpty()) {
            attributes.put(CONTENT_TYPE, "application/octet-stream");
        } else {
            attributes.put(CONTENT_TYPE, "application/json");
            attributes.put(DATA_SCHEMA, "urn:outlay:schema:" + topic.name());
        }
        return attributes;
    }
}
