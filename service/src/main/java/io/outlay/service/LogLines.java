package io.outlay.service;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import io.outlay.contracts.Json;
import io.outlay.service.ServiceSettings.LogFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes each event as exactly one line, stack trace and all: as text for people, or as a JSON object for machines.
 *
 * <pre>
 * 2026-03-01T09:00:00.000Z WARN  DeadLetterHandlers: put aside to dead letters: outlay.articles-3 offset 17 …
 * {"time":"2026-03-01T09:00:00.000Z","level":"WARN","logger":"io.outlay.service.DeadLetterHandlers","thread":"…","message":"…"}
 * </pre>
 */
final class LogLines extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final byte[] NOTHING = {};

    private final LogFormat format;

    LogLines(LogFormat format) {
        this.format = format;
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line =
                switch (format) {
                    case LINE -> text(event);
                    case JSON -> json(event);
                };
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String shortName = logger.substring(logger.lastIndexOf('.') + 1);
        String stack = event.getThrowableProxy() == null ? "" : " | " + stackOf(event.getThrowableProxy());
        return oneLine(time(event) + String.format(" %-5s ", event.getLevel()) + shortName + ": "
                + event.getFormattedMessage() + stack);
    }

    private static String json(ILoggingEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", time(event));
        fields.put("level", event.getLevel().toString());
        fields.put("logger", event.getLoggerName());
        fields.put("thread", event.getThreadName());
        fields.put("message", event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            fields.put("stack", stackOf(event.getThrowableProxy()));
        }
        event.getMDCPropertyMap().forEach(fields::putIfAbsent);
        return Json.string(fields);
    }

    private static String time(ILoggingEvent event) {
        return MILLIS.format(Instant.ofEpochMilli(event.getTimeStamp()));
    }

    private static String stackOf(IThrowableProxy thrown) {
        return ThrowableProxyUtil.asString(thrown).strip();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " | ");
    }
}
