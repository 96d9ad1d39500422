package io.outlay.ingest;

import io.outlay.contracts.Json;
import io.outlay.contracts.NewsSource;
import io.outlay.ingest.source.Source;
import io.outlay.ingest.web.AddressGuard;
import io.outlay.ingest.web.Credentials;
import io.outlay.ingest.web.Edgar;
import io.outlay.ingest.web.FeedSource;
import io.outlay.ingest.web.PageFetcher;
import io.outlay.ingest.web.Robots;
import io.outlay.ingest.web.WebClient;
import io.outlay.service.ServiceContext;
import io.outlay.service.Setting;
import io.outlay.service.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sources that the service {@code ingest} polls: those of its settings, and those that people add while it runs. */
final class Polling {
    static final Setting<List<String>> FEEDS = Setting.list(
            "feeds", "", "addresses of feeds to poll, separated by commas; edgar:8-k and edgar:WORDS for filings");
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
    static final Setting<Boolean> REMOVALS = Setting.flag(
            "feeds.removals", false, "retract articles of the feeds named here whose pages answer 410, gone");
    static final Setting<Boolean> PRIVATE =
            Setting.flag("web.private", false, "also ask private, loopback and link-local addresses");
    static final Setting<String> USER_AGENT =
            Setting.text("web.user.agent", Sources.USER_AGENT, "how the service names itself to web servers");
    static final Setting<Duration> REST =
            Setting.duration("web.rest", "500ms", "how long a host rests between two of its pages, at least");
    static final Setting<Duration> TIMEOUT = Setting.duration(
            "web.timeout", "30s", "how long a server may take for its whole answer, redirects included; 30s at most");
    static final Setting<Optional<Path>> CREDENTIALS = Setting.path(
                    "web.credentials", null, "a file that says what is shown to servers that want to know who asks")
            .optional();

    static final List<Setting<?>> SETTINGS =
            List.of(FEEDS, LIST, INTERVAL, PAGES, REMOVALS, PRIVATE, USER_AGENT, REST, TIMEOUT, CREDENTIALS);

    private Polling() {}

    /** Starts to poll; closing the result ends it. */
    static AutoCloseable start(ServiceContext context) {
        Settings settings = context.settings();
        Clock clock = Clock.systemUTC();
        PollingGroup group =
                new PollingGroup(settings, clock, named(settings), opener(settings, clock), context.producer());
        context.offer("/sources", () -> Json.string(group.sources()));
        return group;
    }

    /** Those that the settings name. */
    static List<NewsSource> named(Settings settings) {
        return Stream.concat(
                        settings.get(FEEDS).stream(),
                        settings.get(LIST).stream()
                                .flatMap(list -> FeedList.read(list).stream())
                                .map(URI::toString))
                .distinct()
                .map(address -> new NewsSource(
                        address, NewsSource.State.ACTIVE, null, null, settings.get(REMOVALS), Instant.EPOCH))
                .toList();
    }

    /** Makes the sources that are polled; they share one client, for it is what knows whom it has asked lately. */
    static Function<NewsSource, Source> opener(Settings settings, Clock clock) {
        Set<String> authorities = ConcurrentHashMap.newKeySet();
        AddressGuard guard =
                settings.get(PRIVATE) ? AddressGuard.anywhere() : AddressGuard.publicAndAuthorities(authorities);
        Duration wanted = settings.get(TIMEOUT);
        Duration timeout = wanted.compareTo(Sources.TIMEOUT) < 0 ? wanted : Sources.TIMEOUT;
        WebClient client = new WebClient(guard, credentials(settings), settings.get(USER_AGENT), timeout, clock);
        PageFetcher pages = new PageFetcher(client, new Robots(client, clock), settings.get(REST), clock);
        Edgar edgar = new Edgar(client, clock);
        return source -> {
            Duration interval = source.intervalSeconds() == null
                    ? settings.get(INTERVAL)
                    : Duration.ofSeconds(source.intervalSeconds());
            boolean withPages = source.pages() == null ? settings.get(PAGES) : source.pages();
            var manner = new FeedSource.Manner(
                    interval, withPages ? pages : null, source.followRemovals() ? pages : null, source.changedAt());
            if (Edgar.is(source.address())) {
                return edgar.source(source.address(), manner, Polling::chance);
            }
            URI address = Sources.feedAddress(source.address());
            authorities.add(address.getAuthority());
            return new FeedSource(address, manner, client, clock, Polling::chance);
        };
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    private static Credentials credentials(Settings settings) {
        Optional<Path> file = settings.get(CREDENTIALS);
        try {
            return file.isPresent() ? Credentials.read(file.get()) : Credentials.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("web.credentials: " + e.getMessage(), e);
        }
    }
}
