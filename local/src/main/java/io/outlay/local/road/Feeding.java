package io.outlay.local.road;

import io.outlay.ingest.Intake;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import io.outlay.service.TopicAdmin;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Puts what a source has where the road begins, as the ingest service does it. */
public final class Feeding {
    private Feeding() {}

    /** On a broker of this JVM. */
    public static Intake.Tally feed(Source source, String bootstrap, Clock clock, Intake.Listener listener)
            throws IOException {
        return feed(source, Settings.of(ServiceSettings.all(), Map.of("bootstrap", bootstrap)), clock, listener);
    }

    /**
     * Reads the source to its end, from where an earlier run stopped.
     *
     * @param clock gives the time of what a source gives without one
     */
    public static Intake.Tally feed(Source source, Settings settings, Clock clock, Intake.Listener listener)
            throws IOException {
        try (Admin admin = Admin.create(StreamsSettings.client("outlay-feeding-topics", settings))) {
            new TopicAdmin(admin).create(Intake.TOPICS, settings.get(ServiceSettings.REPLICATION));
        }
        return Intake.drain(source, settings, clock, listener);
    }

    /** Hears nothing. */
    public static Intake.Listener unheard() {
        return new Intake.Listener() {
            @Override
            public void committed(Intake.Tally tally, double shareRead) {}

            @Override
            public void refused(Sighting.Refused refused) {}
        };
    }
}
