package io.outlay.local.cli;

import io.outlay.contracts.Json;
import io.outlay.contracts.NewsSource;
import io.outlay.contracts.Topics;
import io.outlay.ingest.PolledSource;
import io.outlay.ingest.Positions;
import io.outlay.ingest.Sources;
import io.outlay.ingest.web.Edgar;
import io.outlay.ingest.web.FeedSource;
import io.outlay.local.cli.TextTable.Align;
import io.outlay.local.road.SourceSetting;
import io.outlay.local.road.TopicReader;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay sources}: how the sources are that the ingest service polls, and which ones they are. */
@Command(
        name = "sources",
        description = {
            "The feeds that are polled and the files that have not been read to their end: when each was asked last and",
            "will be asked again, what came of it, and what went wrong. add, pause, resume and remove take effect in the",
            "running service at once."
        },
        mixinStandardHelpOptions = true)
public final class SourcesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--format", paramLabel = "table|csv|json", description = "Default table; csv has the feeds alone.")
    private ListingFormat format = ListingFormat.TABLE;

    @Command(
            name = "add",
            description = "Adds a feed, or sets anew how one is polled.",
            mixinStandardHelpOptions = true)
    void add(
            @Parameters(
                            paramLabel = "URL",
                            description = "The address of a feed; edgar:8-k or edgar:WORDS for filings.")
                    String address,
            @Option(names = "--every", paramLabel = "30m", description = "How long it rests between two polls.")
                    @Nullable
                    String every,
            @Option(
                            names = "--pages",
                            negatable = true,
                            description = "Fetch the pages of entries that hold a teaser only.")
                    @Nullable
                    Boolean pages,
            @Option(names = "--follow-removals", description = "Retract an article when its page answers 410, gone.")
                    boolean followRemovals,
            @Mixin KafkaOption kafka) {
        if (!Edgar.is(address)) {
            try {
                Sources.feedAddress(address);
            } catch (IllegalArgumentException e) {
                throw new CommandFailedException(String.valueOf(e.getMessage()), e);
            }
        }
        set(
                kafka,
                new NewsSource(
                        address.strip(),
                        NewsSource.State.ACTIVE,
                        every == null ? null : seconds(every),
                        pages,
                        followRemovals,
                        now()),
                "added");
    }

    @Command(
            name = "pause",
            description = "Asks a source no more until it is resumed.",
            mixinStandardHelpOptions = true)
    void pause(@Parameters(paramLabel = "URL") String address, @Mixin KafkaOption kafka) {
        set(kafka, inState(known(kafka, address), NewsSource.State.PAUSED), "paused");
    }

    @Command(
            name = "resume",
            description = "Asks a source again, at once, though it had given up.",
            mixinStandardHelpOptions = true)
    void resume(@Parameters(paramLabel = "URL") String address, @Mixin KafkaOption kafka) {
        set(kafka, inState(known(kafka, address), NewsSource.State.ACTIVE), "resumed");
    }

    @Command(
            name = "remove",
            description = {
                "Takes a source out that was added. One that the service's settings name (feeds, feeds.list) is as the",
                "settings say then; pause it to have it left alone."
            },
            mixinStandardHelpOptions = true)
    void remove(@Parameters(paramLabel = "URL") String address, @Mixin KafkaOption kafka) {
        SourceSetting sources = new SourceSetting(kafka.client(), kafka.settings());
        if (!sources.all().containsKey(address)) {
            throw new CommandFailedException("nobody has added " + address
                    + "; a source that the settings name is taken out there, or paused with 'outlay sources pause'");
        }
        sources.remove(address);
        spec.commandLine().getOut().println("removed " + address);
    }

    private void set(KafkaOption kafka, NewsSource source, String done) {
        new SourceSetting(kafka.client(), kafka.settings()).set(source);
        spec.commandLine().getOut().println(done + " " + source.address());
    }

    /** As it was set, or as the settings name it: a source that has been polled. */
    private static NewsSource known(KafkaOption kafka, String address) {
        Map<String, Object> client = kafka.client();
        NewsSource set = new SourceSetting(client, kafka.settings()).all().get(address);
        NewsSource plain = new NewsSource(address, NewsSource.State.ACTIVE, null, null, false, now());
        if (set == null && !latest(client, Positions.TOPIC).containsKey(PolledSource.name(plain))) {
            throw new CommandFailedException("there is no source " + address + ": see 'outlay sources'");
        }
        return set == null ? plain : set;
    }

    private static NewsSource inState(NewsSource source, NewsSource.State state) {
        return new NewsSource(
                source.address(), state, source.intervalSeconds(), source.pages(), source.followRemovals(), now());
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static int seconds(String every) {
        try {
            Duration interval = Duration.parse("PT" + every.strip().toUpperCase(java.util.Locale.ROOT));
            if (interval.toSeconds() >= 1) {
                return Math.toIntExact(interval.toSeconds());
            }
        } catch (java.time.DateTimeException | ArithmeticException e) {
            throw new CommandFailedException("--every is a length of time such as 90s, 30m or 12h, not " + every, e);
        }
        throw new CommandFailedException("--every is a length of time such as 90s, 30m or 12h, not " + every);
    }

    @Override
    public void run() {
        Map<String, Object> client = kafka.client();
        Map<String, Positions.Position> positions = new TreeMap<>(latest(client, Positions.TOPIC));
        Map<String, NewsSource> set = new TreeMap<>(latest(client, Topics.SOURCES));
        positions.keySet().stream()
                .filter(name -> name.startsWith(FeedSource.KIND))
                .map(name -> name.substring(FeedSource.KIND.length()))
                .forEach(address -> set.putIfAbsent(
                        address, new NewsSource(address, NewsSource.State.ACTIVE, null, null, false, Instant.EPOCH)));
        List<PolledSource> polled = new ArrayList<>();
        set.values().forEach(source -> {
            Positions.Position at = positions.remove(PolledSource.name(source));
            polled.add(PolledSource.of(source, at == null ? null : at.position(), now()));
        });
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> printTable(polled, positions, out);
            case CSV -> format.print(polled, out);
            case JSON -> {
                polled.forEach(source -> out.println(Json.string(source)));
                positions.values().forEach(file -> out.println(Json.string(file)));
            }
        }
    }

    private static <V> Map<String, V> latest(Map<String, Object> client, io.outlay.contracts.Topic<V> topic) {
        TopicReader reader = new TopicReader(client);
        return reader.exists(topic) ? reader.latest(topic) : Map.of();
    }

    private static void printTable(List<PolledSource> polled, Map<String, Positions.Position> files, PrintWriter out) {
        TextTable table = new TextTable(
                List.of("SOURCE", "ASKED", "NEXT", "POLLS", "NEW", "UNCHANGED", "FAILED", "STATE"),
                List.of(
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.LEFT));
        for (PolledSource source : polled) {
            table.row(List.of(
                    source.address(),
                    toTheSecond(source.asked()),
                    toTheSecond(source.next()),
                    Long.toString(source.polls()),
                    Long.toString(source.found()),
                    Long.toString(source.unchanged()),
                    Long.toString(source.failed()),
                    inWords(source)));
        }
        for (Positions.Position file : files.values()) {
            table.row(List.of(file.source(), "", "", "", "", "", "", "goes on at " + file.position()));
        }
        table.print(out);
    }

    private static String inWords(PolledSource source) {
        String health = source.error() != null
                ? source.error() + (source.failures() > 1 ? ", " + source.failures() + " times in a row" : "")
                : source.asked() == null ? "not asked yet" : "good";
        if (source.state().equals("paused")) {
            return "paused, " + health;
        }
        return source.lagSeconds() > 60 ? health + ", " + source.lagSeconds() + " s late" : health;
    }

    private static String toTheSecond(@Nullable Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
