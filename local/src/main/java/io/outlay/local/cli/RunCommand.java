package io.outlay.local.cli;

import io.outlay.dashboard.DashboardMain;
import io.outlay.enrich.EnrichMain;
import io.outlay.local.road.EmbeddedKafka;
import io.outlay.local.road.Ports;
import io.outlay.local.road.Road;
import io.outlay.local.road.Services;
import io.outlay.service.RunningService;
import io.outlay.service.Service;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Setting;
import io.outlay.service.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outlay run}: all services in this process, durable, with a Kafka of their own or one that is there. */
@Command(
        name = "run",
        description = {
            "Runs all services in this process until Ctrl-C. Kafka runs with them and keeps its data in a folder:",
            "the next start finds everything again. With --bootstrap they use a Kafka that is already there."
        },
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private static final int KAFKA_PORT = 9092;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for Kafka's data and the services' stores; default ${DEFAULT-VALUE}.",
            defaultValue = "outlay-data")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--feed", paramLabel = "URL", description = "A feed to poll; may be given several times.")
    private List<String> feeds = List.of();

    @Option(
            names = "--feed-list",
            paramLabel = "OPML",
            description = "A file with feeds to poll; 'starter' for the list that comes with Outlay.")
    private @Nullable String feedList;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the page on this machine; without it 8080, or another when that is taken.")
    private @Nullable Integer port;

    @Mixin
    private final CompaniesOption companies = new CompaniesOption();

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Override
    public Integer call() throws InterruptedException {
        if (kafka.named()) {
            kafka.client();
            Settings settings = kafka.settings();
            return run(settings.get(ServiceSettings.BOOTSTRAP), settings.kafka(), () -> {});
        }
        EmbeddedKafka broker = EmbeddedKafka.on(data.resolve("kafka"), Ports.freeOr(KAFKA_PORT));
        try {
            return run(broker.bootstrap(), Map.of(), broker);
        } finally {
            broker.close();
        }
    }

    private int run(String bootstrap, Map<String, String> kafkaSettings, AutoCloseable broker)
            throws InterruptedException {
        List<Service> services = Services.all(InstantSource.system());
        Map<String, String> more = fromEnvironment(services);
        kafkaSettings.forEach((name, value) -> more.put("kafka." + name, value));
        if (!feeds.isEmpty()) {
            more.put("feeds", String.join(",", feeds));
        }
        companies.file().ifPresent(file -> more.put(EnrichMain.COMPANIES.name(), file.toString()));
        if (feedList != null) {
            more.put("feeds.list", feedList);
        }
        int pagePort = port == null ? Ports.freeOr(DashboardMain.DEFAULT_PORT) : port;
        more.put(DashboardMain.PORT.name(), Integer.toString(pagePort));
        try (Road road = Road.start(services, bootstrap, data.resolve("state"), more)) {
            Interrupt.closes(() -> {
                road.close();
                broker.close();
            });
            PrintWriter err = spec.commandLine().getErr();
            err.println("outlay: the page is at http://localhost:" + pagePort);
            err.println("outlay: running, Kafka is at " + bootstrap
                    + "; feed it with 'outlay ingest SOURCE --bootstrap " + bootstrap + "', end with Ctrl-C");
            err.flush();
            RunningService ended = road.awaitEndOfAny();
            throw new CommandFailedException(ended.name() + " has ended: "
                    + ended.failure().map(Throwable::toString).orElse("it was stopped"));
        }
    }

    /** What the services' own settings say there, as {@code OUTLAY_PUSH_TOKEN}; those that all processes have, this one decides. */
    private static Map<String, String> fromEnvironment(List<Service> services) {
        Map<String, String> given = new TreeMap<>();
        Set<String> common = ServiceSettings.all().stream().map(Setting::name).collect(Collectors.toSet());
        services.stream()
                .flatMap(service -> service.settings().stream())
                .filter(setting -> !common.contains(setting.name()))
                .forEach(setting -> {
                    String value = System.getenv(setting.environmentName());
                    if (value != null) {
                        given.put(setting.name(), value);
                    }
                });
        return given;
    }
}
