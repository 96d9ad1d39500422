package io.outlay.dashboard.api;

import io.outlay.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer: a status, a media type and the whole body. */
public final class Answer {
    public static final String JSON = "application/json";

    private final int status;
    private final String type;
    private final byte[] body;

    /** @param body not to be changed from now on */
    public Answer(int status, String type, byte[] body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    /** Not to be changed. */
    public byte[] body() {
        return body;
    }

    static Answer json(Object value) {
        return new Answer(200, JSON, Json.bytes(value));
    }

    static Answer text(String type, String body) {
        return new Answer(200, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An error as JSON.
     *
     * @param parameter which parameter is wrong; null when it is none
     * @param suggestion what to ask instead, an address; null when there is no guess
     */
    public static Answer error(int status, String message, @Nullable String parameter, @Nullable String suggestion) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("message", message);
        if (parameter != null) {
            error.put("parameter", parameter);
        }
        if (suggestion != null) {
            error.put("suggestion", suggestion);
        }
        return new Answer(status, JSON, Json.bytes(Map.of("error", error)));
    }

    public static Answer error(int status, String message) {
        return error(status, message, null, null);
    }
}
