package io.outlay.dashboard.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.dashboard.view.Sample;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may say something against the machine's reading, and what is taken. */
class CorrectionsTest {
    private static final String REJECT =
            "{\"action\":\"REJECT\",\"target\":{\"commitment\":\"a1\"},\"author\":\"Ada\",\"reason\":\"a hoax\"}";

    @Test
    void withATokenWhoeverShowsIt() throws Exception {
        try (SamplePage page = page(Optional.of("geheim"))) {
            assertEquals(401, page.post(REJECT).statusCode());
            assertEquals(
                    401, page.post(REJECT, "Authorization", "Bearer geheime").statusCode());
            HttpResponse<String> taken = page.post(REJECT, "Authorization", "Bearer geheim");
            assertEquals(202, taken.statusCode(), taken.body());
            assertEquals(1, page.written.size());
            assertEquals("acme", page.written.get(0).payer());
            assertEquals(
                    "2025-06-30T12:00:00Z", String.valueOf(page.written.get(0).at()));
        }
    }

    @Test
    void withoutOneWhoeverIsOnThisMachine() throws Exception {
        try (SamplePage page = page(Optional.empty())) {
            assertEquals(202, page.post(REJECT).statusCode());
            assertEquals("open", status(page));
        }
    }

    @Test
    void openToOthersWithoutATokenNobody() throws Exception {
        try (SamplePage page = new SamplePage(Optional.empty(), InetAddress.getByName("0.0.0.0"))) {
            page.put(Sample.commitment(Sample.ACME, "a1", Measure.COMMITMENT, null, "2025-01-01", 1));
            HttpResponse<String> refused = page.post(REJECT);
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("page.token"), refused.body());
            assertEquals("closed", status(page));
            assertEquals(List.of(), page.written);
        }
    }

    @Test
    void aForeignPageInTheSameBrowserNever() throws Exception {
        try (SamplePage page = page(Optional.empty())) {
            assertEquals(
                    403, page.post(REJECT, "Origin", "https://evil.example").statusCode());
            assertEquals(403, page.post(REJECT, "Origin", "null").statusCode());
            assertEquals(
                    202, page.post(REJECT, "Origin", page.at("").toString()).statusCode());
            var form = HttpRequest.newBuilder(page.at("/api/corrections"))
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString(REJECT))
                    .build();
            assertEquals(
                    415,
                    page.client
                            .send(form, HttpResponse.BodyHandlers.discarding())
                            .statusCode());
        }
    }

    @Test
    void aNameThatWasMadeToPointHereDoesNotOpenIt() throws Exception {
        try (SamplePage page = page(Optional.empty())) {
            String request =
                    "POST /api/corrections HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json\r\n"
                            + "Connection: close\r\nContent-Length: " + REJECT.length() + "\r\n\r\n" + REJECT;
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), page.server.address().getPort())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'action':'REJECT'}|author",
                "{'action':'DELETE','author':'Ada','reason':'x'}|action",
                "{'action':'REJECT','author':'Ada','reason':'x'}|target",
                "{'action':'REJECT','target':{'commitment':'zz'},'author':'Ada','reason':'x'}|target",
                "{'action':'SET','target':{'figure':'a1'},'field':'amuont','value':'1','author':'Ada','reason':'x'}|field",
                "{'action':'SET','target':{'figure':'a1'},'field':'amount','value':'3/2/1','author':'Ada','reason':'x'}|value",
                "{'action':'MERGE','target':{'commitment':'a1'},'to':'zz','author':'Ada','reason':'x'}|to",
                "{'action':'REVOKE','to':'zz','author':'Ada','reason':'x'}|to",
                "{'acton':'REVOKE'}|acton",
                "[]|body",
                "{|body"
            })
    void whatIsWrongIsNamed(String body, String field) throws Exception {
        try (SamplePage page = page(Optional.empty())) {
            HttpResponse<String> answer = page.post(body.replace('\'', '"'));
            assertEquals(400, answer.statusCode(), answer.body());
            JsonNode error = Json.mapper().readTree(answer.body()).path("error");
            assertEquals(field, error.path("parameter").asText(), answer.body());
            assertEquals(List.of(), page.written);
        }
    }

    /**
     * The answer came before the body was read, and the connection closed over the rest of it: now and then the sender saw a connection
     * reset and no answer.
     */
    @Test
    void aBodyHasALimit() throws Exception {
        try (SamplePage page = page(Optional.of("geheim"))) {
            for (int round = 0; round < 50; round++) {
                String body = "{\"reason\":\"" + "x".repeat(20_000 + 17_000 * round) + "\"}";
                assertEquals(
                        413, page.post(body, "Authorization", "Bearer geheim").statusCode());
                assertEquals(401, page.post(body).statusCode());
                var put = HttpRequest.newBuilder(page.at("/api/totals"))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                assertEquals(
                        405,
                        page.client
                                .send(put, HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            }
        }
    }

    @Test
    void withoutKafkaNothingIsTakenAndItSaysSo() throws Exception {
        try (SamplePage page = page(Optional.empty())) {
            page.kafkaIsThere = false;
            HttpResponse<String> answer = page.post(REJECT);
            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("send it again"), answer.body());
        }
    }

    private static SamplePage page(Optional<String> token) throws Exception {
        SamplePage page = new SamplePage(token);
        page.put(Sample.commitment(Sample.ACME, "a1", Measure.COMMITMENT, null, "2025-01-01", 1));
        return page;
    }

    private static String status(SamplePage page) throws Exception {
        String body = page.get("/api/status").body();
        return Json.mapper().readTree(body).path("corrections").asText();
    }
}
