package io.outlay.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code outlay chaos} in short: one broker and one instance of each service, as processes, poisoned and killed. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ChaosTest {
    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

    @TempDir
    Path folder;

    @Test
    void whatIsKilledOrPoisonedGivesTheRightTotals() throws Exception {
        Stage.Plan plan = new Stage.Plan(folder, Path.of("..").toAbsolutePath().normalize(), 1, 1, JVM);
        assumeTrue(
                Stage.missingJars(plan).isEmpty(),
                () -> "not run: " + Stage.missingJars(plan) + " are not there, 'mvn verify' makes them");
        try (ChaosRun run = ChaosRun.start(plan, 1, line -> System.err.println(line))) {
            for (Fault fault : List.of(Fault.POISON, Fault.KILL_INSTANCES)) {
                assertEquals(Optional.empty(), run.round(fault, 1).orElseThrow().problem(), fault.label());
            }
        }
    }
}
