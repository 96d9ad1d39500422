package io.outlay.local.cli;

import io.outlay.local.chaos.Chaos;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code outlay chaos}: a cluster of real processes, hurt on purpose. */
@Command(
        name = "chaos",
        description = {
            "Starts brokers and two instances of each service as processes, feeds articles whose totals are known, breaks",
            "something, and waits until the topics are exactly right again. Ends with a table; 0 when all was right.",
            "As root it also fills a small disk; with libfaketime installed it also lets clocks jump."
        },
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--fault", paramLabel = "NAME", description = "Only this fault; may be repeated. See --list.")
    private List<String> faults = List.of();

    @Option(names = "--list", description = "Names the faults, and does nothing.")
    private boolean list;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of each fault (default ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Chance begins here (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--brokers", paramLabel = "N", description = "How many brokers (default ${DEFAULT-VALUE}).")
    private int brokers = 3;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where data and logs go, and stay; else a temporary folder.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (list) {
            Chaos.faults().forEach((name, what) -> out.println(name + ": " + what));
            return 0;
        }
        for (String fault : faults) {
            if (!Chaos.faults().containsKey(fault)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "no fault is called '" + fault + "'; there are "
                                + String.join(", ", Chaos.faults().keySet()));
            }
        }
        return Chaos.run(new Chaos.Options(faults, rounds, seed, brokers, folder), out, err) ? 0 : 1;
    }
}
