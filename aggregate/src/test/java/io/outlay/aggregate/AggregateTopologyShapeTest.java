package io.outlay.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/**
 * Fails on purpose whenever the topology changes. Before you copy the new shape into {@code expected_topology.txt}: the stores hold all that
 * claims, corrections and rates came to. If one starts empty under a new name, so must all, on output topics made anew, and the three inputs
 * are read again from their start. A repartition topic under a new name must be empty before the change, or what is in it is lost.
 */
class AggregateTopologyShapeTest {
    @Test
    void isAsItWasWhenItWasLastDeployed() throws IOException {
        try (var golden = getClass().getResourceAsStream("expected_topology.txt")) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                    AggregateTopology.of(InstantSource.system()).describe().toString());
        }
    }
}
