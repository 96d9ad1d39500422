package io.outlay.local.road;

import io.outlay.aggregate.AggregateMain;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.dashboard.DashboardMain;
import io.outlay.enrich.EnrichMain;
import io.outlay.ingest.IngestMain;
import io.outlay.ingest.Intake;
import io.outlay.service.Service;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The services, in the order of the road. */
public final class Services {
    private Services() {}

    /** @param clock by which windows roll */
    public static List<Service> all(InstantSource clock) {
        return List.of(
                IngestMain.SERVICE, EnrichMain.service(), AggregateMain.service(clock), DashboardMain.service(clock));
    }

    /** What must be there before any of them starts: the catalogue, and what only ingest knows of. */
    public static List<Topic<?>> topics() {
        return Stream.concat(Topics.all().stream(), Intake.TOPICS.stream())
                .distinct()
                .toList();
    }
}
