package io.outlay.local.chaos;

import io.outlay.local.chaos.ChaosRun.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole chaos run, from the first process to the table. */
public final class Chaos {
    /**
     * @param faults labels; none for all
     * @param folder null for a temporary one, which is deleted when all was right
     */
    public record Options(List<String> faults, int rounds, long seed, int brokers, @Nullable Path folder) {}

    private static final int INSTANCES = 2;
    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

    private Chaos() {}

    /** Label → what happens. */
    public static Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        Stream.of(Fault.values()).forEach(fault -> faults.put(fault.label(), fault.what()));
        return faults;
    }

    /** @return whether every round was passed */
    public static boolean run(Options options, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        Path folder = options.folder() == null ? Files.createTempDirectory("outlay-chaos-") : options.folder();
        Stage.Plan plan = new Stage.Plan(folder.toAbsolutePath(), home(), options.brokers(), INSTANCES, JVM);
        List<Path> missing = Stage.missingJars(plan);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not built: " + missing + "; 'mvn -DskipTests package' makes them");
        }
        List<Fault> faults = Stream.of(Fault.values())
                .filter(fault -> options.faults().isEmpty() || options.faults().contains(fault.label()))
                .toList();
        err.println("data and logs: " + folder);
        List<Outcome> outcomes = new ArrayList<>();
        try (ChaosRun run = ChaosRun.start(plan, options.seed(), line -> {
            err.println(line);
            err.flush();
        })) {
            for (int round = 1; round <= options.rounds(); round++) {
                for (Fault fault : faults) {
                    run.round(fault, round).ifPresent(outcomes::add);
                }
            }
        }
        table(faults, outcomes, out);
        return outcomes.stream().allMatch(outcome -> outcome.problem().isEmpty());
    }

    private static void table(List<Fault> faults, List<Outcome> outcomes, PrintWriter out) {
        out.printf("%-16s %6s %6s %8s %8s %6s  %s%n", "FAULT", "ROUNDS", "RIGHT", "P50 s", "MAX s", "DEATHS", "WHAT");
        for (Fault fault : faults) {
            List<Outcome> of = outcomes.stream()
                    .filter(outcome -> outcome.fault().equals(fault.label()))
                    .toList();
            List<Duration> times = of.stream().map(Outcome::caughtUp).sorted().toList();
            out.printf(
                    "%-16s %6d %6d %8s %8s %6d  %s%n",
                    fault.label(),
                    of.size(),
                    of.stream().filter(outcome -> outcome.problem().isEmpty()).count(),
                    times.isEmpty() ? "-" : seconds(times.get((times.size() - 1) / 2)),
                    times.isEmpty() ? "-" : seconds(times.get(times.size() - 1)),
                    of.stream().mapToInt(Outcome::deaths).sum(),
                    fault.what());
        }
    }

    private static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1000.0);
    }

    /** Where the modules are: three levels above {@code local/target/outlay-local.jar}, or wherever else our classes come from. */
    static Path home() {
        try {
            Path code = Path.of(Chaos.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("nobody knows where our jar is: " + e.getMessage(), e);
        }
    }
}
