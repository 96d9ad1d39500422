package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docker-compose.yml says, and what it starts as processes of this machine. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ComposeFileTest {
    private static final Path FILE = Path.of("../docker-compose.yml");
    private static final List<String> SERVICES = DeployedRoad.SERVICES;

    @TempDir
    Path folder;

    @Test
    void whatItStartsMakesTheRoadAndStopsInOrder() throws Exception {
        SERVICES.forEach(ModuleJars::assume);
        ComposeFile compose = ComposeFile.read(FILE);
        DeployedRoad.works(compose, compose.environment("kafka"), folder);
    }

    @Test
    void nothingOfOursRunsAsRootOrWritesOutsideItsVolume() throws Exception {
        ComposeFile compose = ComposeFile.read(FILE);
        assertTrue(compose.ours().containsAll(SERVICES), compose.ours().toString());
        for (String name : compose.ours()) {
            JsonNode service = compose.service(name);
            assertTrue(service.path("read_only").asBoolean(), name);
            assertEquals("ALL", service.path("cap_drop").path(0).asText(), name);
            assertTrue(name.equals("topics") || service.has("healthcheck") && service.has("mem_limit"), name);
        }
    }

    /** What Prometheus is told to read must be mounted, and each of our services asked. */
    @Test
    void prometheusAsksEveryServiceAndKnowsTheAlerts() throws Exception {
        String prometheus = Files.readString(Path.of("../deploy/monitoring/prometheus.yml"));
        SERVICES.forEach(service -> assertTrue(prometheus.contains("\"" + service + ":8081\""), service));
        assertTrue(prometheus.contains("rule_files:\n  - alerts.yml\n"));
        JsonNode volumes = ComposeFile.read(FILE).service("prometheus").path("volumes");
        assertTrue(volumes.toString().contains("alerts.yml:/etc/prometheus/alerts.yml:ro"), volumes.toString());
    }
}
