package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.marcnuri.helm.Helm;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The chart, rendered by Helm, held to the types that Kubernetes publishes of its API, and started as processes. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HelmChartTest {
    private static final Map<String, String> EVERYTHING_ON = Map.of(
            "services.ingest.autoscaling.enabled", "true",
            "services.enrich.autoscaling.enabled", "true",
            "services.aggregate.autoscaling.enabled", "true",
            "secret", "outlay-secrets",
            "storageClass", "fast",
            "image.tag", "0.1.0-rc1");

    /** Helm's library does not render hooks, and the job that makes the topics is one. */
    private static final Map<String, String> WITHOUT_HOOKS = Map.of("hooks", "false");

    @TempDir
    Path folder;

    @BeforeEach
    void helm() {
        assumeTrue(HelmChart.canBeRendered(), "not run: Helm's library is there for Linux on amd64 alone");
    }

    @Test
    void helmFindsNothingToBlame() {
        var said = new Helm(HelmChart.FOLDER).lint().strict().call();
        assertFalse(said.isFailed(), said.getMessages().toString());
    }

    @Test
    void kubernetesKnowsEveryField() throws IOException {
        for (Map<String, String> values : List.of(Map.<String, String>of(), EVERYTHING_ON, WITHOUT_HOOKS)) {
            for (JsonNode object : HelmChart.rendered(values).objects()) {
                validate(object);
            }
        }
    }

    /** The check itself: a misspelt field must not pass. */
    @Test
    void aMisspeltFieldIsFound() {
        JsonNode set = HelmChart.rendered(Map.of()).ofKind("StatefulSet").get("enrich");
        ((ObjectNode) set.at("/spec/template/spec/containers/0")).put("imagePullPolice", "Always");
        var found = assertThrows(IllegalArgumentException.class, () -> validate(set));
        assertTrue(found.getMessage().contains("imagePullPolice"), found.getMessage());
    }

    @Test
    void eachServiceHasStateProbesLimitsAndABudgetAndNoRights() {
        HelmChart chart = HelmChart.rendered(EVERYTHING_ON);
        assertEquals(
                Set.copyOf(DeployedRoad.SERVICES), chart.ofKind("StatefulSet").keySet());
        Set<String> stateful = Set.copyOf(DeployedRoad.SERVICES.subList(0, 3));
        assertEquals(stateful, chart.ofKind("HorizontalPodAutoscaler").keySet());
        assertEquals(stateful, chart.ofKind("PodDisruptionBudget").keySet());
        chart.ofKind("StatefulSet").forEach((name, set) -> {
            JsonNode container = chart.container(name);
            assertEquals(
                    stateful.contains(name),
                    set.at("/spec/volumeClaimTemplates").isArray(),
                    name);
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertTrue(container.at("/" + probe + "/httpGet/path").asText().startsWith("/health/"), name + probe);
            }
            assertTrue(container.at("/resources/limits/memory").isTextual(), name);
            assertTrue(container.at("/securityContext/readOnlyRootFilesystem").asBoolean(), name);
            assertTrue(container.at("/securityContext/runAsNonRoot").asBoolean(), name);
            assertEquals(
                    "ALL", container.at("/securityContext/capabilities/drop/0").asText(), name);
            assertEquals(
                    "outlay-secrets", container.at("/envFrom/0/secretRef/name").asText(), name);
            assertEquals("outlay:0.1.0-rc1", container.path("image").asText(), name);
            assertEquals(stateful.contains(name), set.at("/spec/replicas").isMissingNode(), "scaled: " + name);
        });
    }

    @Test
    void whatItStartsMakesTheRoadAndStopsInOrder() throws Exception {
        DeployedRoad.SERVICES.forEach(ModuleJars::assume);
        Map<String, String> kafka =
                ComposeFile.read(Path.of("../docker-compose.yml")).environment("kafka");
        DeployedRoad.works(HelmChart.rendered(WITHOUT_HOOKS), kafka, folder);
    }

    private static void validate(JsonNode object) throws IOException {
        JsonElement json = JsonParser.parseString(object.toString());
        String kind =
                object.path("apiVersion").asText() + " " + object.path("kind").asText();
        switch (kind) {
            case "apps/v1 StatefulSet" -> V1StatefulSet.validateJsonElement(json);
            case "v1 Service" -> V1Service.validateJsonElement(json);
            case "batch/v1 Job" -> V1Job.validateJsonElement(json);
            case "policy/v1 PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
            case "autoscaling/v2 HorizontalPodAutoscaler" -> V2HorizontalPodAutoscaler.validateJsonElement(json);
            default -> throw new AssertionError("no check is known for " + kind);
        }
    }
}
