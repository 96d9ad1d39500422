package io.outlay.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.outlay.service.ServiceSettings.LogFormat;
import io.outlay.service.ServiceSettings.LogLevel;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * How logs are written: to standard error, one line each, ours from {@code INFO} and those of libraries from {@code WARN}.
 * Whoever wants it otherwise names a file of logback's by {@code -Dlogback.configurationFile}, and this class does nothing.
 */
public final class Logs {
    /** Logback's own way to another configuration. */
    static final String OVERRIDE = "logback.configurationFile";

    private static final String OURS = "io.outlay";

    /**
     * Loggers that warn of what we do on purpose: settings passed to every client, several services in one JVM, and bad records
     * put aside, which {@link DeadLetterHandlers} tells.
     */
    private static final String[] CHATTY = {
        "org.apache.kafka.common.utils.AppInfoParser",
        "org.apache.kafka.common.config.AbstractConfig",
        "org.apache.kafka.clients.admin.AdminClientConfig",
        "org.apache.kafka.clients.consumer.ConsumerConfig",
        "org.apache.kafka.clients.producer.ProducerConfig",
        "org.apache.kafka.streams.StreamsConfig",
        "org.apache.kafka.streams.processor.internals.RecordDeserializer"
    };

    private Logs() {}

    /** Sets format and level of all loggers in this JVM; for the owner of a process, not for a part of it. */
    public static void configure(LogFormat format, LogLevel level) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (System.getProperty(OVERRIDE) == null && factory instanceof LoggerContext context) {
            context.reset();
            configure(context, format, level);
        }
    }

    static void configure(LoggerContext context, LogFormat format, LogLevel level) {
        LogLines lines = new LogLines(format);
        lines.setContext(context);
        lines.start();

        ConsoleAppender<ILoggingEvent> standardError = new ConsoleAppender<>();
        standardError.setContext(context);
        standardError.setName("stderr");
        standardError.setTarget("System.err");
        standardError.setEncoder(lines);
        standardError.start();

        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(standardError);
        root.setLevel(level == LogLevel.ERROR ? Level.ERROR : Level.WARN);
        context.getLogger(OURS).setLevel(Level.toLevel(level.name()));
        for (String logger : CHATTY) {
            context.getLogger(logger).setLevel(Level.ERROR);
        }
    }
}
