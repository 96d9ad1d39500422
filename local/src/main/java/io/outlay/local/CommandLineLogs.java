package io.outlay.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/**
 * How the command line logs: our own warnings, on standard error. What fails is said by the command itself; with {@code
 * OUTLAY_DEBUG} in the environment, all that Kafka says is shown too.
 */
final class CommandLineLogs {
    private CommandLineLogs() {}

    static void setUp() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{20} - %msg%n");
        encoder.start();
        ConsoleAppender<ILoggingEvent> standardError = new ConsoleAppender<>();
        standardError.setContext(context);
        standardError.setTarget("System.err");
        standardError.setEncoder(encoder);
        standardError.start();

        boolean debug = System.getenv("OUTLAY_DEBUG") != null;
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(standardError);
        root.setLevel(debug ? Level.INFO : Level.OFF);
        // An embedded broker warns and even errs in the normal course of things (a new metadata log, a topic being
        // made).
        context.getLogger("io.outlay").setLevel(debug ? Level.INFO : Level.WARN);
    }
}
