package io.outlay.local.road;

import io.outlay.service.RunningService;
import io.outlay.service.Service;
import io.outlay.service.ServiceFailedException;
import io.outlay.service.ServiceRunner;
import io.outlay.service.ServiceState;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The services of the road, running in this JVM on one Kafka: as many topologies as processes elsewhere, and nothing else shared. */
public final class Road implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final List<RunningService> running = new ArrayList<>();
    private final List<String> groups;

    private Road(List<Service> services) {
        groups = services.stream()
                .filter(service -> service.topology() != null)
                .map(service -> StreamsSettings.applicationId(service.name()))
                .toList();
    }

    /**
     * Starts the services and waits until each does its work. They make the topics that they miss.
     *
     * @param stateFolder where the services keep their stores
     * @param more further settings by name, for each service that has them; {@code kafka.*} for all
     */
    public static Road start(List<Service> services, String bootstrap, Path stateFolder, Map<String, String> more)
            throws InterruptedException {
        Road road = new Road(services);
        try {
            for (Service service : services) {
                road.running.add(ServiceRunner.start(service, settings(service, bootstrap, stateFolder, more)));
            }
            for (RunningService service : road.running) {
                if (!service.awaitReady(START_PATIENCE)) {
                    throw new ServiceFailedException(
                            service.name() + " is not ready after " + START_PATIENCE.toSeconds() + " s", null);
                }
            }
            return road;
        } catch (InterruptedException | RuntimeException | Error e) {
            road.close();
            throw e;
        }
    }

    /** The consumer groups of the services; one without a topology has none. */
    public List<String> groups() {
        return groups;
    }

    /** The services that run. */
    public List<RunningService> services() {
        return Collections.unmodifiableList(running);
    }

    /** Waits until a service has ended, which none does of its own will. */
    public RunningService awaitEndOfAny() throws InterruptedException {
        while (true) {
            for (RunningService service : running) {
                ServiceState state = service.state();
                if (state == ServiceState.FAILED || state == ServiceState.STOPPED) {
                    return service;
                }
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Stops the services, the last of the road first. */
    @Override
    public void close() {
        for (int i = running.size() - 1; i >= 0; i--) {
            running.get(i).close();
        }
    }

    static Settings settings(Service service, String bootstrap, Path stateFolder, Map<String, String> more) {
        Map<String, String> values = new HashMap<>();
        values.put("bootstrap", bootstrap);
        values.put("state.dir", stateFolder.toString());
        values.put("http.host", "127.0.0.1");
        values.put("http.port", "0");
        more.forEach((name, value) -> {
            boolean forEveryClient = name.startsWith("kafka.");
            if (forEveryClient
                    || service.settings().stream()
                            .anyMatch(setting -> setting.name().equals(name))) {
                values.put(name, value);
            }
        });
        return Settings.of(service.settings(), values);
    }
}
