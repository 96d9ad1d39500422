package io.outlay.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Fails on purpose whenever the topology changes. Before you copy the new shape into {@code expected_topology.txt}: the store
 * remembers which payers an article claims something of. If it starts empty under a new name, claims that an article no longer
 * makes stay, unless {@code articles} is read again from its start into an empty {@code claims}.
 */
class EnrichTopologyShapeTest {
    @Test
    void isAsItWasWhenItWasLastDeployed() throws IOException {
        try (var golden = getClass().getResourceAsStream("expected_topology.txt")) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                    EnrichTopology.of(new WordTagger()).describe().toString());
        }
    }
}
