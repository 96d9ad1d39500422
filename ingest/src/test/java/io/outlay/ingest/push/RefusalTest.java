package io.outlay.ingest.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.outlay.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sender's program reads of a 400: the line and the field, without taking a sentence apart. */
class RefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            textBlock =
                    """
            {"title":"Head"}                          | body
            {"body":""}                               | body
            {"id":"NO ID","body":"Text."}             | id
            {"body":7}                                | body
            {"body":"Text.","fetchedAt":"yesterday"}  | fetchedAt
            {"retracted":true}                        | none
            {"body":                                  | none
            """)
    void namesTheField(String json, String field) throws IOException {
        Inbox inbox = new Inbox(
                records -> {
                    throw new AssertionError("nothing is taken");
                },
                Clock.systemUTC());
        Answer answer = inbox.articles(json.getBytes(StandardCharsets.UTF_8), null);
        assertEquals(400, answer.status());
        JsonNode said = Json.mapper().readTree(answer.bytes());
        JsonNode refusal = said.path("refusals").path(0);
        assertEquals(
                field,
                refusal.path("field").isNull() ? null : refusal.path("field").asText(),
                said.toString());
        assertEquals("line:1", refusal.path("where").asText());
        assertEquals(
                refusal.path("where").asText() + ": " + refusal.path("why").asText(),
                said.path("refused").path(0).asText());
    }
}
