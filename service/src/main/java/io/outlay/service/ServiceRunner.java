package io.outlay.service;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a {@link Service}: as a process of its own ({@link #main}) or inside another program ({@link #start}), which several
 * services may share.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     ServiceRunner.main(SERVICE, args);
 * }
 * }</pre>
 */
public final class ServiceRunner {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int BAD_USAGE = 2;

    private static final Logger log = LoggerFactory.getLogger(ServiceRunner.class);

    private ServiceRunner() {}

    /** Runs until SIGTERM, or until the service fails; ends the process with 0, 1 or 2. */
    public static void main(Service service, String[] arguments) {
        int code = run(service, List.of(arguments), System.getenv(), System.out, System.err);
        if (code != DONE) {
            Runtime.getRuntime().halt(code);
        }
    }

    /**
     * Starts a service inside this program: no shutdown hook, no exit, logs as the program has them.
     *
     * @throws TopicException if the broker's topics are not fit to start on
     * @throws ServiceFailedException if it cannot start for another reason
     */
    public static RunningService start(Service service, Settings settings) {
        var topology = service.topology();
        Running running = topology == null
                ? new RunningWork(service, work(service), settings)
                : new RunningStreams(service, topology, settings);
        return running.start();
    }

    private static Service.Work work(Service service) {
        if (service.companion() instanceof Service.Work work) {
            return work;
        }
        throw new IllegalStateException("a service without a topology has work");
    }

    static int run(
            Service service,
            List<String> arguments,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err) {
        if (arguments.contains("--help")) {
            out.println(
                    "outlay-" + service.name() + ": settings, also as " + ServiceSettings.BOOTSTRAP.environmentName()
                            + " and so on in the environment, and kafka.NAME=VALUE for any of Kafka's client settings\n"
                            + Settings.help(service.settings()));
            return DONE;
        }
        Settings settings;
        try {
            settings = Settings.read(service.settings(), environment, arguments);
        } catch (BadSettingsException e) {
            e.problems().forEach(err::println);
            return BAD_USAGE;
        }
        Logs.configure(settings.get(ServiceSettings.LOG_FORMAT), settings.get(ServiceSettings.LOG_LEVEL));
        settings.lines().forEach(line -> log.info("setting {}", line));
        try (RunningService running = start(service, settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
            return running.awaitEnd() == ServiceState.STOPPED ? DONE : FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (RuntimeException e) {
            err.println(service.name() + " cannot run: " + e.getMessage());
            log.debug("cannot run", e);
            return FAILED;
        }
    }

    /** After SIGTERM a JVM ends with 143 however well it stopped; a graceful stop is 0. */
    private static void stop(RunningService running) {
        running.close();
        Runtime.getRuntime().halt(running.state() == ServiceState.STOPPED ? DONE : FAILED);
    }
}
