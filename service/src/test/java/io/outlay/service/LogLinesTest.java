package io.outlay.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.outlay.contracts.Json;
import io.outlay.service.ServiceSettings.LogFormat;
import io.outlay.service.ServiceSettings.LogLevel;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogLinesTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void textIsOneLineThoughMessageAndStackAreMany() {
        String line =
                written(LogFormat.LINE, event("a title\n  over two lines", new IllegalStateException("broken\npipe")));
        assertTrue(
                line.startsWith(
                        "2026-03-01T09:00:00.000Z WARN  Demo: a title | over two lines | java.lang.IllegalStateException: broken | pipe | at "),
                line);
        assertEquals(line.length() - 1, line.indexOf('\n'));
    }

    @Test
    void jsonIsOneObjectALine() throws Exception {
        String line = written(LogFormat.JSON, event("say \"hello\"\nworld", new IllegalStateException("broken")));
        assertEquals(line.length() - 1, line.indexOf('\n'));
        Map<?, ?> fields = Json.mapper().readValue(line, Map.class);
        assertEquals("say \"hello\"\nworld", fields.get("message"));
        assertEquals("a-1", fields.get("article"));
        assertEquals("WARN", fields.get("level"));
        assertEquals("io.outlay.Demo", fields.get("logger"));
        assertEquals("2026-03-01T09:00:00.000Z", fields.get("time"));
        assertTrue(fields.get("stack").toString().startsWith("java.lang.IllegalStateException: broken"));
    }

    @Test
    void ourOwnLinesAreWrittenFromInfoAndThoseOfLibrariesFromWarn() {
        Logs.configure(context, LogFormat.LINE, LogLevel.INFO);
        assertTrue(context.getLogger("io.outlay.ingest.Any").isInfoEnabled());
        assertFalse(context.getLogger("io.outlay.ingest.Any").isDebugEnabled());
        assertFalse(context.getLogger("org.apache.kafka.clients.Any").isInfoEnabled());
        assertTrue(context.getLogger("org.apache.kafka.clients.Any").isWarnEnabled());
        assertFalse(context.getLogger("org.apache.kafka.clients.producer.ProducerConfig")
                .isWarnEnabled());
    }

    @Test
    void logbackFindsOurConfigurationByItself() {
        assertTrue(LoggerFactory.getLogger("io.outlay.any").isInfoEnabled());
        assertFalse(LoggerFactory.getLogger("org.apache.kafka.any").isInfoEnabled());
    }

    private static String written(LogFormat format, ILoggingEvent event) {
        return new String(new LogLines(format).encode(event), UTF_8);
    }

    private ILoggingEvent event(String message, Throwable thrown) {
        var event = new LoggingEvent("any", context.getLogger("io.outlay.Demo"), Level.WARN, message, thrown, null);
        event.setMDCPropertyMap(Map.of("article", "a-1"));
        event.setInstant(Instant.parse("2026-03-01T09:00:00Z"));
        return event;
    }
}
