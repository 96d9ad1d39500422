package io.outlay.local.cli;

import io.outlay.local.ops.Reset;
import io.outlay.local.road.Folders;
import io.outlay.service.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outlay reset SERVICE}: a service's knowledge made anew from its inputs. */
@Command(
        name = "reset",
        description = {
            "Throws away what a service knows (offsets, internal topics) and makes it anew from its inputs, running the service",
            "in this process until they are through. What stood in its outputs and is not made again gets a tombstone.",
            "Stop all its instances first. Without --yes it only says what it would do."
        },
        mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {
    /** Names of services, for help and for checking. */
    static final class Services implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Reset.SERVICES.iterator();
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Parameters(
            paramLabel = "SERVICE",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = Services.class)
    private String service = "";

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where the service keeps its stores meanwhile; default a temporary folder.")
    private @Nullable Path stateFolder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Reset.SERVICES.contains(service)) {
            String why = service.equals("ingest")
                    ? "ingest cannot be made anew: its input, outlay.raw-articles, is kept for days only"
                    : "no service '" + service + "' can be reset, but " + String.join(" and ", Reset.SERVICES);
            throw new ParameterException(spec.commandLine(), why);
        }
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> client = kafka.client();
        Settings settings = kafka.settings();
        try (Admin admin = Admin.create(client)) {
            Reset reset = new Reset(service, settings, admin, InstantSource.system());
            Reset.Plan plan = reset.plan();
            say(plan, out);
            if (!yes) {
                out.println("nothing done: say --yes");
                return 0;
            }
            Path folder = stateFolder == null ? Files.createTempDirectory("outlay-reset-") : stateFolder;
            try {
                reset.run(folder, out::println)
                        .forEach((topic, count) -> out.println(topic + ": " + count + " taken back"));
            } finally {
                if (stateFolder == null) {
                    Folders.delete(folder);
                }
            }
            out.println("done: start " + service + ", which restores its state from Kafka");
            return 0;
        }
    }

    private static void say(Reset.Plan plan, PrintWriter out) {
        if (plan.goesOn()) {
            out.println("an earlier reset of " + plan.service() + " was broken off: this one goes on with it");
        }
        out.println("deletes the offsets of outlay-" + plan.service() + " and "
                + plan.internalTopics().size() + " internal topics");
        plan.internalTopics().forEach(topic -> out.println("  " + topic));
        out.println("reads all inputs again, and writes a tombstone for what is not made again of");
        plan.standing().forEach((topic, values) -> out.println("  " + topic + ": " + values + " values"));
        out.println("readers see values come and go while it runs");
    }
}
