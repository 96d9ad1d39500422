package io.outlay.local.road;

import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.Topics;
import io.outlay.dashboard.DashboardMain;
import io.outlay.ingest.source.Sighting;
import io.outlay.service.RunningService;
import io.outlay.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The sample articles on the whole road: a broker and the services in this JVM, as of the last article's day. */
public final class Demo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EmbeddedKafka kafka;
    private final Road road;
    private final List<Sighting> samples;
    private final LocalDate asOf;

    private Demo(EmbeddedKafka kafka, Road road, List<Sighting> samples, LocalDate asOf) {
        this.kafka = kafka;
        this.road = road;
        this.samples = samples;
        this.asOf = asOf;
    }

    /**
     * Starts a temporary broker and the services on it.
     *
     * @param pagePort where the page is served on this machine
     */
    public static Demo start(int pagePort) throws InterruptedException {
        List<Sighting> samples = Samples.sightings();
        LocalDate asOf = Samples.lastDay(samples);
        List<Service> services = Services.all(InstantSource.fixed(today(asOf)));
        EmbeddedKafka kafka = EmbeddedKafka.temporary();
        try {
            Path state = kafka.folder().resolveSibling(kafka.folder().getFileName() + "-state");
            Map<String, String> settings = Map.of(DashboardMain.PORT.name(), Integer.toString(pagePort));
            return new Demo(kafka, Road.start(services, kafka.bootstrap(), state, settings), samples, asOf);
        } catch (InterruptedException | RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    /** How many lines there are to send. */
    public int size() {
        return samples.size();
    }

    /** The day of the last article: the demo's today. */
    public LocalDate asOf() {
        return asOf;
    }

    public String bootstrap() {
        return kafka.bootstrap();
    }

    /** Sends every sample and waits until all are through. */
    public void tell(RoadEnd.Progress progress) throws IOException, InterruptedException {
        Clock clock = Clock.fixed(today(asOf), ZoneOffset.UTC);
        Feeding.feed(new ListedSource("samples", samples), kafka.bootstrap(), clock, Feeding.unheard());
        try (RoadEnd end = new RoadEnd(kafka.bootstrap(), road.groups())) {
            if (!end.await(PATIENCE, progress)) {
                throw new IllegalStateException(
                        "the articles are not through after " + PATIENCE.toMinutes() + " minutes");
            }
        }
    }

    private static Instant today(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    public Collection<RollingTotal> byCompany() {
        return TopicReader.on(kafka.bootstrap()).latest(Topics.SPEND_BY_COMPANY).values();
    }

    public Collection<RollingTotal> byCountry() {
        return TopicReader.on(kafka.bootstrap()).latest(Topics.SPEND_BY_COUNTRY).values();
    }

    /** Waits until a service has ended, which none does of its own will. */
    public RunningService awaitEndOfAny() throws InterruptedException {
        return road.awaitEndOfAny();
    }

    /** Stops everything; nothing stays on disk. */
    @Override
    public void close() {
        road.close();
        kafka.close();
    }
}
