package io.outlay.service;

import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What travels with a record from an article to the totals that it changes, in headers: when it came onto the road, and the trace that it
 * belongs to (W3C trace context, as OpenTelemetry writes it). Headers are no values: nothing that is decided depends on them.
 */
public final class Trail {
    /** Milliseconds since 1970 at which the first of our services had it. */
    public static final String SEEN_AT = "outlay.seen-at";

    public static final String TRACE_PARENT = "traceparent";
    public static final String TRACE_STATE = "tracestate";

    private static final String[] CARRIED = {SEEN_AT, TRACE_PARENT, TRACE_STATE};

    /** What a stranger may put into a header of ours, and no more. */
    private static final int MAX_BYTES = 512;

    private Trail() {}

    /** The headers of a record that comes onto the road now, at the head of a trace of its own. The time is this machine's. */
    public static Headers begin() {
        return begin(System.currentTimeMillis());
    }

    static Headers begin(long nowMs) {
        byte[] random = new byte[24];
        ThreadLocalRandom.current().nextBytes(random);
        HexFormat hex = HexFormat.of();
        String trace = "00-" + hex.formatHex(random, 0, 16) + "-" + hex.formatHex(random, 16, 24) + "-01";
        RecordHeaders headers = new RecordHeaders();
        headers.add(SEEN_AT, Long.toString(nowMs).getBytes(StandardCharsets.UTF_8));
        headers.add(TRACE_PARENT, trace.getBytes(StandardCharsets.UTF_8));
        return headers;
    }

    /** Of a record's headers those that go on; a new object, so that a later change of the one leaves the other alone. */
    public static Headers of(Headers all) {
        RecordHeaders headers = new RecordHeaders();
        for (String name : CARRIED) {
            Header header = all.lastHeader(name);
            if (header != null && header.value() != null && header.value().length <= MAX_BYTES) {
                headers.add(name, header.value());
            }
        }
        return headers;
    }

    /** The id of the trace for the log; empty without one. */
    public static String traceId(Headers headers) {
        Header header = headers.lastHeader(TRACE_PARENT);
        String[] parts = header == null || header.value() == null
                ? new String[0]
                : text(header).split("-");
        return parts.length == 4 ? parts[1] : "";
    }

    /** Notes in a timer how long it took from the article to what is written now; without a time, nothing. */
    public static void arrived(Headers headers, Timer timer, long nowMs) {
        Header header = headers.lastHeader(SEEN_AT);
        if (header == null || header.value() == null) {
            return;
        }
        try {
            Metrics.way(timer, Long.parseLong(text(header)), nowMs);
        } catch (NumberFormatException foreign) {
            // Somebody else's header: there is nothing to measure.
        }
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
