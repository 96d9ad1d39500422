package io.outlay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Fails on purpose whenever the topology changes. Before you copy the new shape into {@code expected_topology.txt}: a service
 * that is running has state under these names. A renamed or added store starts empty, so either the names stay, or the input
 * is read again from its start (and {@code raw-articles} keeps a few days only).
 */
class ArticlesTopologyShapeTest {
    @Test
    void isAsItWasWhenItWasLastDeployed() throws IOException {
        try (var golden = getClass().getResourceAsStream("expected_topology.txt")) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                    ArticlesTopology.of().describe().toString());
        }
    }
}
