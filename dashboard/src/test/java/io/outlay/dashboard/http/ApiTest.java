package io.outlay.dashboard.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.dashboard.view.Sample;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API promises to whoever asks it, beyond the shape of its answers. */
class ApiTest {
    private static SamplePage page;

    @BeforeAll
    static void serve() throws Exception {
        page = SamplePage.filled();
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @Test
    void totalsAreSumsOfWhatPassesTheFilters() throws Exception {
        JsonNode answer = json("/api/totals?measure=commitment&by=flow&asOf=2025-06-01");
        assertEquals(
                List.of("US>FR 100", "US>* 50", "CA>CA;US 30"), list(answer.path("totals"), "entity", "headlineUsd"));
        assertEquals(180, answer.path("sum").path("headlineUsd").asInt());
        assertEquals(
                List.of("boreal 30"),
                list(json("/api/totals?measure=commitment&destination=US").path("totals"), "entity", "headlineUsd"));
    }

    @Test
    void pagesOfTotalsFollowEachOther() throws Exception {
        List<String> seen = new ArrayList<>();
        String address = "/api/totals?measure=commitment&asOf=2025-06-01&limit=1";
        JsonNode answer = json(address);
        while (true) {
            seen.addAll(list(answer.path("totals"), "entity", "headlineUsd"));
            if (answer.path("next").isNull()) {
                break;
            }
            answer = json(address + "&after=" + answer.path("next").asText());
        }
        assertEquals(List.of("acme 150", "boreal 30"), seen);
    }

    @Test
    void anExplanationAddsUpToItsTotal() throws Exception {
        JsonNode answer = json("/api/explain?company=acme&measure=commitment&window=365d");
        long sum = 0;
        for (JsonNode posting : answer.path("postings")) {
            sum += posting.path("headlineUsd").asLong();
        }
        assertEquals(150, sum);
        assertEquals(sum, answer.path("total").path("headlineUsd").asLong());
        assertEquals(List.of("a2", "a1"), list(answer.path("commitments"), "id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/totals?windw=7d|windw|there is no such parameter; did you mean 'window'?",
                "/api/totals?window=8d|window|no window '8d'; there are 7d, 30d, 90d, 365d and all",
                "/api/totals?measure=anounced|measure|must be one of announced, guidance, commitment, purchase, public, equity; did you mean 'announced'?",
                "/api/totals?asOf=yesterday|asOf|must be a day as YYYY-MM-DD, from 1900-01-01 to 2200-12-31",
                "/api/totals?limit=1001|limit|must be a whole number from 1 to 1000",
                "/api/totals?limit=1&limit=2|limit|stands twice",
                "/api/totals?by=destination|measure|ANNOUNCED has no totals by DESTINATION",
                "/api/totals?destination=FR|measure|ANNOUNCED has no totals by DESTINATION",
                "/api/totals?headquarters=usa|headquarters|must be a country's code such as US, or * for unknown",
                "/api/totals?company=%3Cscript%3E|company|must be an id: small letters, digits, dots and dashes",
                "/api/commitments?after=xyz|after|is no cursor of ours; take the one that came as 'next'",
                "/api/commitments?measure=announced|measure|must be one of guidance, commitment, purchase, public, equity, actual, memo",
                "/api/series?from=1900-01-01&step=day&measure=commitment|step|more than 4000 points; begin later or take longer steps",
                "/api/events?after=1.2|after|must be 3 offsets joined by '.'"
            })
    void aWrongParameterIsNamed(String address, String parameter, String message) throws Exception {
        HttpResponse<String> answer = page.get(address);
        JsonNode error = Json.mapper().readTree(answer.body()).path("error");
        assertEquals(400, answer.statusCode());
        assertEquals(parameter, error.path("parameter").asText());
        assertEquals(message, error.path("message").asText());
    }

    @Test
    void aLongValueIsRefused() throws Exception {
        assertEquals(400, page.get("/api/commitments?q=" + "x".repeat(201)).statusCode());
        assertEquals(414, page.get("/api/commitments?q=" + "x".repeat(9_000)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/total,/api/totals",
        "/api/commitments/boreel,/api/commitments?company=boreal",
        "/schemas/outlay.posting,/schemas/outlay.postings",
        "/export/commitment.csv,/export/commitments.csv",
        "/nothing-of-the-kind-at-all,/openapi.json"
    })
    void whatIsNotThereIsAnsweredWithWhatMayBeMeant(String address, String suggestion) throws Exception {
        HttpResponse<String> answer = page.get(address);
        assertEquals(404, answer.statusCode());
        assertEquals(
                suggestion,
                Json.mapper()
                        .readTree(answer.body())
                        .path("error")
                        .path("suggestion")
                        .asText());
    }

    @Test
    void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
        HttpResponse<String> first = page.get("/api/commitments?company=acme");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = page.get("/api/commitments?company=acme", "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        page.put(Sample.commitment(Sample.ACME, "a9", Measure.GUIDANCE, null, "2025-05-01", 7));
        assertEquals(
                200,
                page.get("/api/commitments?company=acme", "If-None-Match", tag).statusCode());
        page.remove("a9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/totals", "/nothing", "/export/postings.csv", "/api/totals?limit=x"})
    void everyAnswerIsHardened(String address) throws Exception {
        var headers = page.get(address).headers();
        String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
        assertTrue(!policy.contains("unsafe"), policy);
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElseThrow());
        assertTrue(headers.firstValue("Access-Control-Allow-Origin").isEmpty());
        assertTrue(headers.firstValue("Server").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..%2f..%2fetc%2fpasswd", "/%2e%2e/pom.xml", "/page/index.html", "/index.html.bak"})
    void onlyThePagesOwnFilesAreServed(String address) throws Exception {
        int status = page.get(address).statusCode();
        assertTrue(status == 404 || status == 400, address + " " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE"})
    void onlyReadingIsForEveryone(String method) throws Exception {
        var request = HttpRequest.newBuilder(page.at("/api/totals"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        assertEquals(
                405,
                page.client
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void aTopicAsAFile() throws Exception {
        String csv = page.get("/export/postings.csv").body();
        assertEquals(
                "type,line,payer,payerName,payerCountry,destination,measure,day,lowUsd,headlineUsd,highUsd,low,headline,high,currency,cause",
                csv.lines().findFirst().orElseThrow());
        assertEquals(4, csv.lines().count());
        HttpResponse<String> ndjson = page.get("/export/outlay.commitments.ndjson");
        assertEquals(3, ndjson.body().lines().count());
        assertEquals(
                page.journal.end().toString(),
                ndjson.headers().firstValue("Outlay-Position").orElseThrow());
        for (String line : ndjson.body().lines().toList()) {
            assertEquals("commitment", Json.mapper().readTree(line).path("type").asText());
        }
    }

    private static JsonNode json(String address) throws Exception {
        HttpResponse<String> answer = page.get(address);
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.mapper().readTree(answer.body());
    }

    private static List<String> list(JsonNode array, String... fields) {
        List<String> list = new ArrayList<>();
        for (JsonNode item : array) {
            List<String> values = new ArrayList<>();
            for (String field : fields) {
                values.add(item.path(field).asText());
            }
            list.add(String.join(" ", values));
        }
        return list;
    }
}
