package io.outlay.ingest;

import io.outlay.contracts.Topics;
import io.outlay.service.Service;
import io.outlay.service.ServiceRunner;
import java.util.List;

/** The service {@code ingest}. */
public final class IngestMain {
    public static final Service SERVICE = new Service(
            ArticlesTopology.SERVICE,
            Polling.SETTINGS,
            List.of(Topics.RAW_ARTICLES, Topics.ARTICLES, Topics.DEAD_LETTERS, Positions.TOPIC),
            settings -> ArticlesTopology.of(),
            context -> Polling.start(context.settings()));

    private IngestMain() {}

    public static void main(String[] args) {
        ServiceRunner.main(SERVICE, args);
    }
}
