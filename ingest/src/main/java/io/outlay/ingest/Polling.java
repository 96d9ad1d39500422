package io.outlay.ingest;

import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.web.AddressGuard;
import io.outlay.ingest.web.FeedSource;
import io.outlay.ingest.web.PageFetcher;
import io.outlay.ingest.web.Robots;
import io.outlay.ingest.web.WebClient;
import io.outlay.service.Setting;
import io.outlay.service.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds that the service {@code ingest} polls, as its settings name them. */
final class Polling {
    static final Setting<List<String>> FEEDS =
            Setting.list("feeds", "", "addresses of feeds to poll, separated by commas");
    static final Setting<Optional<String>> LIST = Setting.text(
                    "feeds.list",
                    null,
                    "an OPML file of more feeds to poll, or '" + FeedList.STARTER
                            + "' for the list that comes with Outlay")
            .optional();
    static final Setting<Duration> INTERVAL =
            Setting.duration("feeds.interval", "10m", "how long a feed rests between two polls");
    static final Setting<Boolean> PAGES = Setting.flag(
            "feeds.pages", true, "fetch the page of an entry that holds a teaser only, where robots.txt allows it");
    static final Setting<Boolean> PRIVATE =
            Setting.flag("web.private", false, "also ask private, loopback and link-local addresses");
    static final Setting<String> USER_AGENT =
            Setting.text("web.user.agent", Sources.USER_AGENT, "how the service names itself to web servers");

    static final List<Setting<?>> SETTINGS = List.of(FEEDS, LIST, INTERVAL, PAGES, PRIVATE, USER_AGENT);

    private static final Logger log = LoggerFactory.getLogger(Polling.class);

    /** Refusals in the log; the tally is the poller's. */
    private static final Intake.Listener LISTENER = new Intake.Listener() {
        @Override
        public void committed(Intake.Tally tally, double shareRead) {}

        @Override
        public void refused(Sighting.Refused refused) {
            log.warn("refused: {}", refused);
        }
    };

    private Polling() {}

    /** Starts to poll; closing the result ends it. */
    static AutoCloseable start(Settings settings) {
        List<FeedSource> feeds = feeds(settings, Clock.systemUTC());
        if (feeds.isEmpty()) {
            return () -> {};
        }
        Map<String, String> positions;
        Producer<byte[], byte[]> producer = new KafkaProducer<>(Intake.producer("feeds", settings));
        try (var consumer = new KafkaConsumer<byte[], byte[]>(Intake.consumer(settings))) {
            producer.initTransactions();
            positions = Positions.read(consumer);
        }
        Intake intake = new Intake(producer, Clock.systemUTC());
        FeedPoller poller = new FeedPoller(feeds, positions, (source, batch) -> {
            try {
                intake.write(source, batch, Intake.Tally.NOTHING, LISTENER);
            } catch (ProducerFencedException e) {
                throw new FeedPoller.TakenOverException(e);
            }
        });
        return () -> {
            poller.close();
            producer.close();
        };
    }

    static List<FeedSource> feeds(Settings settings, Clock clock) {
        List<URI> named = Stream.concat(
                        settings.get(FEEDS).stream().map(URI::create),
                        settings.get(LIST).stream().flatMap(list -> FeedList.read(list).stream()))
                .distinct()
                .toList();
        AddressGuard guard = settings.get(PRIVATE) ? AddressGuard.anywhere() : AddressGuard.publicAnd(named);
        WebClient client = new WebClient(guard, settings.get(USER_AGENT), Sources.TIMEOUT, clock);
        @Nullable
        PageFetcher pages = settings.get(PAGES) ? new PageFetcher(client, new Robots(client, clock), clock) : null;
        return named.stream()
                .map(feed -> new FeedSource(
                        feed, settings.get(INTERVAL), client, pages, clock, () -> ThreadLocalRandom.current()
                                .nextDouble()))
                .toList();
    }
}
