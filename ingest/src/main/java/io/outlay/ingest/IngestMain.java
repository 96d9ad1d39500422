package io.outlay.ingest;

import io.outlay.contracts.Topics;
import io.outlay.service.Service;
import io.outlay.service.ServiceContext;
import io.outlay.service.ServiceRunner;
import io.outlay.service.Setting;
import java.util.List;
import java.util.stream.Stream;

/** The service {@code ingest}: its topology, and beside it the feeds that it polls and the server for what others send. */
public final class IngestMain {
    public static final Service SERVICE = new Service(
            ArticlesTopology.SERVICE,
            settings(),
            List.of(Topics.RAW_ARTICLES, Topics.ARTICLES, Topics.SOURCES, Topics.DEAD_LETTERS, Positions.TOPIC),
            settings -> ArticlesTopology.of(),
            IngestMain::startSources);

    private IngestMain() {}

    public static void main(String[] args) {
        ServiceRunner.main(SERVICE, args);
    }

    private static List<Setting<?>> settings() {
        return Stream.concat(Polling.SETTINGS.stream(), Pushing.SETTINGS.stream())
                .<Setting<?>>map(setting -> setting)
                .toList();
    }

    private static AutoCloseable startSources(ServiceContext context) throws Exception {
        AutoCloseable pushing = Pushing.start(context);
        try {
            AutoCloseable polling = Polling.start(context);
            return () -> {
                pushing.close();
                polling.close();
            };
        } catch (RuntimeException e) {
            pushing.close();
            throw e;
        }
    }
}
