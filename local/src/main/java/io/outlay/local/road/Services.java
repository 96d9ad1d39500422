package io.outlay.local.road;

import io.outlay.aggregate.AggregateMain;
import io.outlay.dashboard.DashboardMain;
import io.outlay.enrich.EnrichMain;
import io.outlay.enrich.text.Tagger;
import io.outlay.ingest.IngestMain;
import io.outlay.service.Service;
import java.time.InstantSource;
import java.util.List;

/** The services, in the order of the road. */
public final class Services {
    private Services() {}

    /** @param clock by which windows roll */
    public static List<Service> all(InstantSource clock) {
        return List.of(
                IngestMain.SERVICE,
                EnrichMain.service(Tagger.standard()),
                AggregateMain.service(clock),
                DashboardMain.service(clock));
    }
}
