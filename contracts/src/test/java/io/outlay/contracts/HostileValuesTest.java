package io.outlay.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that nobody means well with: each is refused in words that help, or made harmless. */
class HostileValuesTest {
    private static final JsonSerde<Article> ARTICLES = Topics.ARTICLES.valueSerde();

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"a\",\"body\":\"x\"             # not a valid Article: Unexpected end-of-input: expected close marker for Object",
                "``                                       # not a valid Article: No content to map due to end-of-input",
                "null                                     # the JSON value is null, expected Article",
                "[]                                       # not a valid Article: Cannot deserialize value of type",
                "17                                       # not a valid Article: ",
                "{\"id\":\"a\",\"body\":\"x\"} {}         # not a valid Article: Trailing token",
                "{\"id\":\"a\",\"body\":17}               # not a valid Article at body: Cannot coerce Integer value (17) to `java.lang.String` value",
                "{\"id\":\"a\"}                           # not a valid Article: required field 'body' is missing",
                "{\"id\":\"A b\",\"body\":\"x\"}          # not a valid Article: field 'id' must match [a-z0-9.-]+, not 'A b'",
                "{\"id\":\"a\",\"body\":\"x\",\"fetchedAt\":1740474180}   # not a valid Article at fetchedAt: must be an ISO instant in quotes",
                "{\"id\":\"a\",\"body\":\"x\",\"fetchedAt\":\"soon\"}     # not a valid Article at fetchedAt: must be an ISO instant, not 'soon'"
            })
    void isRefusedInWordsThatHelp(String json, String message) {
        var refusal = assertThrows(BadJsonException.class, () -> ARTICLES.read(json.getBytes(UTF_8)));
        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] json = "{\"id\":\"a\",\"body\":\"x\"}".getBytes(UTF_8);
        json[json.length - 3] = (byte) 0xff;
        assertThrows(BadJsonException.class, () -> ARTICLES.read(json));
    }

    @Test
    void absurdNestingIsRefused() {
        String json = "{\"id\":\"a\",\"body\":\"x\",\"more\":" + "[".repeat(100_000);
        assertThrows(BadJsonException.class, () -> ARTICLES.read(json.getBytes(UTF_8)));
    }

    @Test
    void aNullCharacterIsAnyCharacter() {
        Article article = ARTICLES.read("{\"id\":\"a\",\"body\":\"x\\u0000y\"}".getBytes(UTF_8));
        assertEquals("x\0y", article.body());
        assertEquals(article, ARTICLES.read(Json.bytes(article)));
    }

    @Test
    void halfASurrogatePairIsReadAsAReplacement() {
        Article article = ARTICLES.read("{\"id\":\"a\",\"body\":\"x\\ud83d y\\udc4d \\ud83d\\udc4d\"}".getBytes(UTF_8));
        assertEquals("x\uFFFD y\uFFFD \ud83d\udc4d", article.body());
    }

    @Property
    void anyTextCanBeWrittenAndKeepsItsLength(@ForAll String body) {
        Article article = new Article("a", null, null, body, null, null, null, null);
        String read = ARTICLES.read(Json.bytes(article)).body();
        assertEquals(body.codePointCount(0, body.length()), read.codePointCount(0, read.length()));
        assertEquals(
                read,
                ARTICLES.read(Json.bytes(ARTICLES.read(Json.bytes(article)))).body());
    }

    @Test
    void aValueTooLargeForItsTopicIsRefusedBeforeAProducerSeesIt() {
        Article article = new Article("a", null, null, "x".repeat(JsonSerde.MAX_VALUE_BYTES), null, null, null, null);
        var serializer = ARTICLES.serializer();
        assertThrows(RecordTooLargeException.class, () -> serializer.serialize("outlay.articles", article));
    }

    @Test
    void aTombstoneIsNullOnBothSides() {
        assertNull(ARTICLES.read(null));
        assertNull(ARTICLES.serializer().serialize("outlay.articles", null));
        assertNull(ARTICLES.deserializer().deserialize("outlay.articles", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "CNY # 2025-02-30 # 7.2 # field 'day' must be YYYY-MM-DD or YYYY-MM, not '2025-02-30'",
                "CNY # 2025-13    # 7.2 # field 'day' must be YYYY-MM-DD or YYYY-MM, not '2025-13'",
                "CNY # 2025-02    # 0.0 # field 'unitsPerUsd' must be a positive decimal of up to 30 digits, not '0.0'",
                "CNY # 2025-02    # -1  # field 'unitsPerUsd' must be a positive decimal of up to 30 digits, not '-1'",
                "CNY # 2025-02    # 1e9 # field 'unitsPerUsd' must be a positive decimal of up to 30 digits, not '1e9'",
                "CNY # 2025-02    # 1234567890123456789012345678901 # field 'unitsPerUsd' must be a positive decimal of up to 30 digits, not '1234567890123456789012345678901'",
                "cny # 2025-02    # 7.2 # field 'currency' must be a currency code such as USD, not 'cny'"
            })
    void aBadRateIsRefused(String currency, String day, String rate, String message) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new FxRate(currency, day, rate, "test"));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void moneyBeyondWhatJsonReadersHoldIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Amount.exactly(1L << 53, "USD"));
        assertThrows(IllegalArgumentException.class, () -> Amount.exactly(-1, "USD"));
        assertEquals((1L << 53) - 1, Amount.exactly((1L << 53) - 1, "USD").high());
    }

    @Test
    void aCorrectionHasWhatItsActionNeeds() {
        var figure = new Correction.Target("0123456789abcdef", null, null, null, null);
        for (Correction.Action action : Correction.Action.values()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Correction("c", action, "meta", null, null, null, null, "ana", "because", null),
                    action::name);
        }
        new Correction("c", Correction.Action.REJECT, "meta", figure, null, null, null, "ana", "because", null);
        new Correction("c", Correction.Action.REVOKE, null, null, null, null, "c-1", "ana", "because", null);
    }
}
