package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {
    private static final byte[] VALUE = {'{', '}'};

    private final CloudEventHeaders headers = new CloudEventHeaders();

    CloudEventHeadersTest() {
        headers.configure(new StreamsConfig(StreamsSettings.defaults("aggregate")).getProducerConfigs("client"));
    }

    @Test
    void aValueIsAnEventWithItsSchema() {
        Map<String, String> sent = send(Topics.POSTINGS.name(), VALUE);
        assertTrue(sent.remove("ce_id").matches("[0-9a-f]{32}"));
        assertEquals(
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_type", "io.outlay.postings",
                        "ce_source", "/outlay-aggregate",
                        "ce_dataschema", "urn:outlay:schema:outlay.postings",
                        "content-type", "application/json"),
                sent);
        assertTrue(Topics.POSTINGS.schema().orElseThrow().contains("\"urn:outlay:schema:outlay.postings\""));
    }

    @Test
    void aTombstoneIsAnEventWithoutData() {
        assertEquals(
                "[ce_id, ce_source, ce_specversion, ce_type]",
                send(Topics.POSTINGS.name(), null).keySet().toString());
    }

    @Test
    void deadLettersAreBytes() {
        assertEquals(
                "application/octet-stream",
                send(Topics.DEAD_LETTERS.name(), VALUE).get("content-type"));
    }

    @Test
    void internalTopicsAreLeftAsTheyAre() {
        assertEquals(Map.of(), send("outlay-aggregate-figures-changelog", VALUE));
    }

    @Test
    void aRecordThatIsPassedOnIsANewEvent() {
        var first = new ProducerRecord<byte[], byte[]>(Topics.ARTICLES.name(), VALUE);
        headers.onSend(first);
        first.headers().add("traceparent", VALUE);
        var second = new ProducerRecord<byte[], byte[]>(
                Topics.ENRICHED_ARTICLES.name(), null, null, null, VALUE, first.headers());
        Map<String, String> passedOn = told(headers.onSend(second));
        assertEquals(7, second.headers().toArray().length, "each once, and the trace");
        assertEquals("io.outlay.enriched-articles", passedOn.get("ce_type"));
        assertNotEquals(told(first).get("ce_id"), passedOn.get("ce_id"));
    }

    /** Somebody's own interceptor of producers, for monitoring, stays. */
    @Test
    void othersStayBesideIt() {
        Map<String, Object> producer = new HashMap<>(Map.of("interceptor.classes", "org.example.Counts"));
        CloudEventHeaders.into(producer, "", "outlay-command");
        assertEquals("org.example.Counts," + CloudEventHeaders.class.getName(), producer.get("interceptor.classes"));
    }

    private Map<String, String> send(String topic, byte[] value) {
        return told(headers.onSend(new ProducerRecord<>(topic, value)));
    }

    private static Map<String, String> told(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> told = new TreeMap<>();
        record.headers().forEach(header -> told.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return told;
    }
}
