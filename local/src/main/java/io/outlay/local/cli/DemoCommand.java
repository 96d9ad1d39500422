package io.outlay.local.cli;

import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingTotal.Dimension;
import io.outlay.dashboard.DashboardMain;
import io.outlay.local.road.Demo;
import io.outlay.local.road.Ports;
import io.outlay.service.RunningService;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outlay demo}: the sample articles on the whole road. */
@Command(
        name = "demo",
        description = {
            "Starts Kafka in a temporary folder and all services on it, feeds the sample articles that ship with Outlay,",
            "and prints who announced how much, as of the last article's day. The page is at http://localhost:8080."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    /** What a reader compares payers by: the headline measure, and the two that are no part of it. */
    private static final Set<Measure> BY_COMPANY = EnumSet.of(Measure.ANNOUNCED, Measure.PURCHASE, Measure.EQUITY);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--exit", description = "End when all articles are through; else the demo runs until Ctrl-C.")
    private boolean exit;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the page on this machine; without it 8080, or another when that is taken.")
    private @Nullable Integer port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr());
        progress.say("starting Kafka and the services in this process ...");
        int pagePort = port == null ? Ports.freeOr(DashboardMain.DEFAULT_PORT) : port;
        try (Demo demo = Demo.start(pagePort)) {
            progress.say("sending " + demo.size() + " sample records ...");
            demo.tell(look -> progress.update(
                    "records in all topics: " + look.records() + ", partitions with work: " + look.waiting()));
            progress.done();
            printTables(demo, out);
            if (!exit) {
                progress.say("the page is at http://localhost:" + pagePort);
                progress.say("Kafka is at " + demo.bootstrap() + ", try 'outlay totals --bootstrap " + demo.bootstrap()
                        + "' from another terminal; Ctrl-C ends");
                Interrupt.closes(demo);
                RunningService ended = demo.awaitEndOfAny();
                throw new CommandFailedException(
                        ended.name() + " has ended: " + ended.failure().orElse(null));
            }
        }
        return 0;
    }

    /** Prints what the demo shows: by company, then by country. */
    public static void printTables(Demo demo, PrintWriter out) {
        out.println("AI spending announced by " + demo.asOf() + ", in billions of US dollars");
        out.println();
        TotalsTable.print(Dimension.COMPANY, wanted(demo.byCompany()), out);
        out.println();
        TotalsTable.print(Dimension.COUNTRY, wanted(demo.byCountry()), out);
        out.flush();
    }

    private static List<RollingTotal> wanted(Collection<RollingTotal> totals) {
        return totals.stream().filter(DemoCommand::isWanted).toList();
    }

    /** Countries: all that is announced by where the payers are, and the projects by where they go. */
    private static boolean isWanted(RollingTotal total) {
        Basis basis = total.basis();
        if (basis == null) {
            return BY_COMPANY.contains(total.measure());
        }
        return switch (basis) {
            case HEADQUARTERS -> total.measure() == Measure.ANNOUNCED;
            case DESTINATION -> total.measure() == Measure.COMMITMENT;
        };
    }
}
