package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Posting POSTING = new Posting(
            Posting.TYPE,
            "0123456789abcdef",
            "meta",
            "Meta",
            "US",
            "*",
            Measure.GUIDANCE,
            LocalDate.parse("2025-01-24"),
            60L,
            65L,
            65L,
            60L,
            65L,
            65L,
            "USD",
            "new");

    @Test
    void keepsTheOrderOfTheComponentsAndWritesNulls() {
        assertEquals(
                "{\"text\":null,\"start\":\"2025-02-25\",\"end\":null,\"key\":\"2025-2028\"}",
                Json.string(new Period(null, LocalDate.parse("2025-02-25"), null, "2025-2028")));
    }

    @Test
    void readsBackWhatItWrote() {
        var history = new PostingHistory(POSTING, LocalDate.parse("2025-02-01"));
        assertEquals(history, Json.read(Json.bytes(history), PostingHistory.class));
        assertTrue(Json.string(history).startsWith("{\"type\":\"posting\",\"line\":\"0123456789abcdef\""));
    }

    @Test
    void namesTheMissingField() {
        String message = messageOf("{\"low\":1,\"headline\":1,\"high\":1,\"qualifier\":\"EXACT\"}", Amount.class);
        assertTrue(message.contains("'currency' is missing"), message);
    }

    @Test
    void namesAMissingNumber() {
        String message = messageOf("{\"low\":1,\"high\":1,\"currency\":\"USD\",\"qualifier\":\"EXACT\"}", Amount.class);
        assertTrue(message.contains("headline"), message);
    }

    @Test
    void ignoresUnknownFields() {
        var read = Json.read(
                "{\"id\":\"openai\",\"name\":\"OpenAI\",\"colour\":\"blue\"}".getBytes(StandardCharsets.UTF_8),
                Counterparty.class);
        assertEquals(new Counterparty("openai", "OpenAI"), read);
    }

    private static String messageOf(String json, Class<?> type) {
        return assertThrows(BadJsonException.class, () -> Json.read(json.getBytes(StandardCharsets.UTF_8), type))
                .getMessage();
    }
}
