package io.outlay.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.BadJsonException;
import io.outlay.contracts.Counterparty;
import io.outlay.contracts.JsonSerde;
import io.outlay.contracts.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** One small topology, broken in each way that a topology can break: the next record must come through, the bad one be put aside. */
class DeadLettersTest {
    private static final String IN = "outlay.articles";
    private static final String OUT = "outlay.claims";
    private static final byte[] GOOD = "{\"id\":\"openai\",\"name\":\"OpenAI\"}".getBytes(UTF_8);
    private static final byte[] BAD = "{\"id\":\"openai\"".getBytes(UTF_8);

    /** Reads bytes as our services do: what cannot be parsed is forwarded as a dead letter. */
    private static final class Parse implements Processor<byte[], byte[], byte[], Object> {
        private static final JsonSerde<Counterparty> JSON = new JsonSerde<>(Counterparty.class);
        private final DeadLetters letters = new DeadLetters("enrich");
        private ProcessorContext<byte[], Object> context;

        @Override
        public void init(ProcessorContext<byte[], Object> context) {
            this.context = context;
        }

        @Override
        public void process(Record<byte[], byte[]> input) {
            try {
                context.forward(input.withValue(JSON.read(input.value())), "write");
            } catch (BadJsonException e) {
                var letter = letters.record(context.recordMetadata(), input.key(), input.value(), input.timestamp(), e);
                context.forward(
                        new Record<byte[], Object>(letter.key(), letter.value(), letter.timestamp(), letter.headers()),
                        DeadLetters.SINK);
            }
        }
    }

    /** A processor with a bug: it chokes on one value. */
    private static final class Choke implements Processor<byte[], byte[], byte[], byte[]> {
        private ProcessorContext<byte[], byte[]> context;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
        }

        @Override
        public void process(Record<byte[], byte[]> input) {
            if (new String(input.value(), UTF_8).equals("boom")) {
                throw new IllegalStateException("cannot stand this value");
            }
            context.forward(input);
        }
    }

    @Test
    void aNodeThatCannotParseForwardsADeadLetterAndGoesOn() {
        Topology topology = new Topology();
        topology.addSource("read", new ByteArrayDeserializer(), new ByteArrayDeserializer(), IN)
                .addProcessor("parse", Parse::new, "read")
                .addSink("write", OUT, new ByteArraySerializer(), new JsonSerde<>(Object.class).serializer(), "parse")
                .addSink(
                        DeadLetters.SINK,
                        Topics.DEAD_LETTERS.name(),
                        new ByteArraySerializer(),
                        new BytesOf(),
                        "parse");
        try (Broken stream = new Broken(topology)) {
            stream.send("good", GOOD);
            stream.send("bad", BAD);
            stream.send("good", GOOD);
            assertEquals(2, stream.results().size());
            TestRecord<byte[], byte[]> letter = stream.onlyLetter();
            assertEquals("bad", new String(letter.key(), UTF_8));
            assertArrayEquals(BAD, letter.value());
            Map<String, String> headers = headersOf(letter);
            assertEquals("enrich", headers.get("outlay.service"));
            assertEquals(IN, headers.get("outlay.topic"));
            assertEquals("0", headers.get("outlay.partition"));
            assertEquals("1", headers.get("outlay.offset"));
            assertEquals("BadJsonException", headers.get("outlay.error"));
            assertTrue(headers.get("outlay.message").startsWith("not a valid Counterparty"), headers.toString());
            assertEquals(Integer.toString(BAD.length), headers.get("outlay.size"));
        }
    }

    @Test
    void bytesThatASerdeCannotReadArePutAsideByTheHandler() {
        Deserializer<Counterparty> json = new JsonSerde<>(Counterparty.class).deserializer();
        Topology topology = new Topology();
        topology.addSource("read", new ByteArrayDeserializer(), json, IN)
                .addSink("write", OUT, new ByteArraySerializer(), new JsonSerde<>(Object.class).serializer(), "read");
        try (Broken stream = new Broken(topology)) {
            stream.send("bad", BAD);
            stream.send("good", GOOD);
            assertEquals(1, stream.results().size());
            Map<String, String> headers = headersOf(stream.onlyLetter());
            assertEquals("enrich", headers.get("outlay.service"));
            assertEquals("0", headers.get("outlay.offset"));
            assertEquals("BadJsonException", headers.get("outlay.error"));
        }
    }

    @Test
    void aRecordThatAProcessorChokesOnIsPutAsideByTheHandler() {
        Topology topology = new Topology();
        topology.addSource("read", new ByteArrayDeserializer(), new ByteArrayDeserializer(), IN)
                .addProcessor("choke", Choke::new, "read")
                .addSink("write", OUT, new ByteArraySerializer(), new ByteArraySerializer(), "choke");
        try (Broken stream = new Broken(topology)) {
            stream.send("bad", "boom".getBytes(UTF_8));
            stream.send("good", "fine".getBytes(UTF_8));
            assertEquals(1, stream.results().size());
            TestRecord<byte[], byte[]> letter = stream.onlyLetter();
            assertEquals("boom", new String(letter.value(), UTF_8));
            assertEquals("bad", new String(letter.key(), UTF_8));
            assertEquals("cannot stand this value", headersOf(letter).get("outlay.message"));
            assertEquals("IllegalStateException", headersOf(letter).get("outlay.error"));
        }
    }

    @Test
    void aResultThatIsTooLargeIsPutAsideAndTheStreamGoesOn() {
        Serializer<byte[]> limited = (topic, value) -> {
            if (value.length > 10) {
                throw new RecordTooLargeException("more than 10 bytes");
            }
            return value;
        };
        try (Broken stream = new Broken(passThrough(limited))) {
            stream.send("bad", "much too large".getBytes(UTF_8));
            stream.send("good", "fine".getBytes(UTF_8));
            assertEquals(1, stream.results().size());
            assertEquals(
                    "RecordTooLargeException", headersOf(stream.onlyLetter()).get("outlay.error"));
        }
    }

    @Test
    void aResultThatCannotBeWrittenForAnotherReasonEndsTheStream() {
        Serializer<byte[]> broken = (topic, value) -> {
            throw new SerializationException("no way to write this");
        };
        Broken stream = new Broken(passThrough(broken));
        try {
            var end = assertThrows(RuntimeException.class, () -> stream.send("any", GOOD));
            assertTrue(end.getMessage().contains("no way to write this") || end.getCause() != null, end.toString());
        } finally {
            stream.close();
        }
    }

    @Test
    void onlyTheBeginningOfALargeValueIsKeptWithSizeAndHashOfTheWhole() {
        byte[] large = new byte[DeadLetters.MAX_VALUE_BYTES + 1];
        var letter = new DeadLetters("ingest")
                .producerRecord(IN, 3, 17, "k".getBytes(UTF_8), large, new IllegalArgumentException("too much"));
        assertEquals(DeadLetters.MAX_VALUE_BYTES, letter.value().length);
        Map<String, String> headers = new LinkedHashMap<>();
        letter.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertEquals("65537", headers.get("outlay.size"));
        // sha256sum of 65,537 zero bytes
        assertEquals("3266304f31be278d06c3bd3eb9aa3e00c59bedec0a890de466568b0b90b0e01f", headers.get("outlay.sha256"));
        assertEquals("17", headers.get("outlay.offset"));
    }

    @Test
    void aNullValueStaysNullAndHasNoSize() {
        var letter = new DeadLetters("ingest").producerRecord(null, -1, -1, null, null, new RuntimeException());
        assertNull(letter.value());
        assertNull(letter.headers().lastHeader(DeadLetters.SIZE));
        assertNull(letter.headers().lastHeader(DeadLetters.TOPIC));
        assertEquals(
                "java.lang.RuntimeException",
                new String(letter.headers().lastHeader(DeadLetters.MESSAGE).value(), UTF_8));
    }

    private static Topology passThrough(Serializer<byte[]> write) {
        Topology topology = new Topology();
        topology.addSource("read", new ByteArrayDeserializer(), new ByteArrayDeserializer(), IN)
                .addSink("write", OUT, new ByteArraySerializer(), write, "read");
        return topology;
    }

    private static Map<String, String> headersOf(TestRecord<byte[], byte[]> letter) {
        Map<String, String> headers = new LinkedHashMap<>();
        letter.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    /** The sink of dead letters behind a node whose other output is typed. */
    private static final class BytesOf implements Serializer<Object> {
        @Override
        public byte[] serialize(String topic, Object value) {
            return (byte[]) value;
        }
    }

    /** A driver with the properties of a deployed service. */
    private static final class Broken implements AutoCloseable {
        private final TopologyTestDriver driver;

        Broken(Topology topology) {
            Properties properties = StreamsSettings.defaults("enrich");
            // The test driver drops what a transaction wrote before a record that is skipped.
            properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
            driver = new TopologyTestDriver(topology, properties);
        }

        void send(String key, byte[] value) {
            driver.createInputTopic(IN, new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(key.getBytes(UTF_8), value);
        }

        List<TestRecord<byte[], byte[]>> results() {
            return read(OUT);
        }

        TestRecord<byte[], byte[]> onlyLetter() {
            var letters = read(Topics.DEAD_LETTERS.name());
            assertEquals(1, letters.size());
            return letters.get(0);
        }

        private List<TestRecord<byte[], byte[]>> read(String topic) {
            return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
