package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TrailTest {
    private static final long NOON = 1_772_000_000_000L;

    @Test
    void aTrailBeginsWithATimeAndATraceAsW3cWritesIt() {
        Headers trail = Trail.begin(NOON);
        assertEquals("1772000000000", text(trail, "outlay.seen-at"));
        assertTrue(text(trail, "traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"), text(trail, "traceparent"));
        assertEquals(text(trail, "traceparent").substring(3, 35), Trail.traceId(trail));
    }

    @Test
    void onlyTheTrailIsCarriedOnAndNothingLong() {
        RecordHeaders all = new RecordHeaders(Trail.begin(NOON));
        all.add("ce_id", bytes("somebody's"));
        all.add("tracestate", bytes("x".repeat(5_000)));
        assertEquals(
                "outlay.seen-at traceparent",
                String.join(
                        " ",
                        StreamSupport.stream(Trail.of(all).spliterator(), false)
                                .map(Header::key)
                                .toList()));
    }

    @Test
    void theWayIsMeasuredOnceAndNotForWhatIsReadAgainMuchLater() {
        Timer timer = Metrics.timer("outlay.test.way", "of this test");
        Trail.arrived(Trail.begin(NOON), timer, NOON + 1_500);
        Trail.arrived(Trail.begin(NOON), timer, NOON + Duration.ofDays(30).toMillis());
        Trail.arrived(Trail.begin(NOON), timer, NOON - 1);
        Trail.arrived(new RecordHeaders(), timer, NOON);
        Trail.arrived(new RecordHeaders().add("outlay.seen-at", bytes("noon")), timer, NOON);
        assertEquals(1, timer.count());
        assertTrue(Metrics.scrape().contains("outlay_test_way_seconds_bucket{le=\"2.5\"} 1"), Metrics.scrape());
    }

    @Test
    void logLinesCarryThePartsOfTheKeyByTheirNames() {
        try (LogFields fields = LogFields.at("outlay.claims", "meta|a-1", Trail.begin(NOON))) {
            assertEquals("meta", MDC.get("payer"));
            assertEquals("a-1", MDC.get("article"));
            assertEquals(32, MDC.get("trace").length());
        }
        assertEquals(null, MDC.get("payer"));
        try (LogFields fields = LogFields.at("outlay.articles", "a-2", new RecordHeaders())) {
            assertEquals("a-2", MDC.get("article"));
        }
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
