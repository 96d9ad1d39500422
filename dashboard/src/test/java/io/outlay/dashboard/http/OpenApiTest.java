package io.outlay.dashboard.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.RollingWindow;
import io.outlay.dashboard.view.Sample;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the API against real answers: every status that is met, and each body's whole shape. */
class OpenApiTest {
    private static final ValidatorFactory VALIDATOR =
            new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory());

    private static SamplePage page;
    private static JsonNode document;

    @BeforeAll
    static void serve() throws Exception {
        page = SamplePage.filled();
        var total = Sample.companyTotal(Sample.ACME, Measure.ANNOUNCED, RollingWindow.ALL, "2025-03-01", 150);
        page.view.putCompanyTotal(total.key(), total);
        document = Json.mapper().readTree(page.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/totals",
                "/api/totals?measure=commitment&by=flow&asOf=2025-06-01&limit=1",
                "/api/totals?measure=commitment&window=90d&destination=FR&headquarters=US&company=acme",
                "/api/totals?measure=announced&by=destination",
                "/api/series?measure=commitment&strands=1&step=week",
                "/api/series?measure=commitment&by=destination&strands=3&from=2025-02-01&to=2025-02-20&step=day",
                "/api/series?from=1900-01-01&step=day",
                "/api/explain?company=acme&measure=commitment",
                "/api/explain?company=acme",
                "/api/explain",
                "/api/commitments",
                "/api/commitments?destination=US&state=disputed&doubtful=true&sort=newest&limit=1",
                "/api/commitments?after=xyz",
                "/api/commitments/b2",
                "/api/commitments/acne",
                "/api/review",
                "/api/corrections",
                "/api/status",
                "/api/countries",
                "/schemas/outlay.postings",
                "/schemas/postngs",
                "/openapi.json",
                "/export/postings.pdf"
            })
    void eachAnswerIsAsDescribed(String address) throws Exception {
        HttpResponse<String> answer = page.get(address);
        String path = described(URI.create(address).getPath());
        JsonNode response = document.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path(Integer.toString(answer.statusCode()));
        assertTrue(response.isObject(), address + " answers " + answer.statusCode() + ", which is not described");
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        JsonNode schema = response.path("content").path(type).path("schema");
        assertTrue(schema.isObject(), address + " answers with " + type + ", which is not described");
        assertValid(schema, answer.body(), address);
    }

    @Test
    void eachParameterThatIsDescribedIsTakenAndNoOther() throws Exception {
        List<String> wrong = new ArrayList<>();
        document.path("paths").properties().forEach(entry -> {
            if (entry.getKey().startsWith("/api/")
                    && !entry.getKey().contains("{")
                    && !entry.getKey().endsWith("events")) {
                Set<String> names = new TreeSet<>();
                entry.getValue()
                        .path("get")
                        .path("parameters")
                        .forEach(p -> names.add(p.path("name").asText()));
                for (String name : names) {
                    if (isUnknown(entry.getKey(), name)) {
                        wrong.add(entry.getKey() + " does not know " + name);
                    }
                }
                if (!isUnknown(entry.getKey(), "zzz")) {
                    wrong.add(entry.getKey() + " takes whatever comes");
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void aCorrectionAndItsAnswer() throws Exception {
        String draft =
                "{\"action\":\"REJECT\",\"target\":{\"commitment\":\"a1\"},\"author\":\"Ada\",\"reason\":\"a hoax\"}";
        JsonNode post = document.path("paths").path("/api/corrections").path("post");
        assertValid(
                post.path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"),
                draft,
                "draft");
        HttpResponse<String> answer = page.post(draft);
        assertEquals(202, answer.statusCode(), answer.body());
        JsonNode schema = post.path("responses")
                .path("202")
                .path("content")
                .path("application/json")
                .path("schema");
        assertValid(schema, answer.body(), "accepted");
    }

    private static boolean isUnknown(String path, String parameter) {
        try {
            return page.get(path + "?" + parameter + "=").body().contains("no such parameter");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path as it is described: {@code /api/commitments/{id}}. */
    private static String described(String path) {
        if (document.path("paths").has(path)) {
            return path;
        }
        String before = path.substring(0, path.lastIndexOf('/') + 1);
        return before + (before.equals("/export/") ? "{file}" : "{id}");
    }

    private static void assertValid(JsonNode schema, String body, String what) throws Exception {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("$defs", document.path("components").path("schemas"));
        whole.set("allOf", Json.mapper().createArrayNode().add(schema));
        String text = whole.toString().replace("\"#/components/schemas/", "\"#/$defs/");
        var result = VALIDATOR.validate(text, body);
        assertTrue(
                result.isValid(),
                () -> what + ": "
                        + result.getErrors().stream()
                                .map(error -> error.getInstanceLocation() + " " + error.getError())
                                .toList()
                        + "\n" + body);
    }
}
