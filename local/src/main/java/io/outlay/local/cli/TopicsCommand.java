package io.outlay.local.cli;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.local.cli.TextTable.Align;
import io.outlay.local.road.Services;
import io.outlay.service.ServiceAcls;
import io.outlay.service.ServiceSettings;
import io.outlay.service.TopicAdmin;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outlay topics}: the catalogue, and making it on a broker or comparing a broker with it. */
@Command(
        name = "topics",
        description = "The topics that Outlay reads and writes: lists them, makes them, or checks those of a broker.",
        mixinStandardHelpOptions = true)
public final class TopicsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @ArgGroup(exclusive = true)
    private Action action = new Action();

    /** What to do instead of listing. */
    private static final class Action {
        @Option(names = "--create", description = "Make the topics that are missing.")
        private boolean create;

        @Option(names = "--check", description = "Say where the broker's topics differ; exit code 1 if they do.")
        private boolean check;

        @Option(
                names = "--acls",
                description =
                        "Print what each service must be allowed on a broker with access control, as calls of Kafka's tool.")
        private boolean acls;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (action.create) {
            return withTopics(topics -> create(topics, out));
        }
        if (action.check) {
            return withTopics(topics -> check(topics, out));
        }
        if (action.acls) {
            Services.all(InstantSource.system()).stream()
                    .flatMap(service -> ServiceAcls.commands(ServiceAcls.of(service)).stream())
                    .forEach(out::println);
            return 0;
        }
        printCatalogue(out);
        return 0;
    }

    private int withTopics(ToIntFunction<TopicAdmin> action) {
        try (Admin admin = Admin.create(kafka.client())) {
            return action.applyAsInt(new TopicAdmin(admin));
        }
    }

    private int create(TopicAdmin topics, PrintWriter out) {
        int replication = kafka.settings().get(ServiceSettings.REPLICATION);
        List<String> made = topics.create(Services.topics(), replication);
        made.forEach(name -> out.println("made " + name));
        return check(topics, out);
    }

    private static int check(TopicAdmin topics, PrintWriter out) {
        List<TopicAdmin.Difference> differences = topics.check(Services.topics());
        differences.forEach(out::println);
        return differences.isEmpty() ? 0 : 1;
    }

    private static void printCatalogue(PrintWriter out) {
        TextTable table = new TextTable(
                List.of("TOPIC", "WRITTEN BY", "KEY", "VALUE", "PARTITIONS", "KEPT", "WHAT"),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT));
        for (Topic<?> topic : Topics.all()) {
            table.row(List.of(
                    topic.name(),
                    topic.owner(),
                    topic.key(),
                    topic.value() == byte[].class ? "bytes" : topic.value().getSimpleName(),
                    Integer.toString(topic.partitions()),
                    kept(topic.compacted(), topic.retention()),
                    topic.purpose()));
        }
        table.print(out);
    }

    private static String kept(boolean compacted, @Nullable Duration retention) {
        return compacted ? "compact" : retention == null ? "for ever" : retention.toDays() + " days";
    }
}
