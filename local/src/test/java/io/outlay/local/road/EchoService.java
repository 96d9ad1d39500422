package io.outlay.local.road;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topic.PartitionedBy;
import io.outlay.contracts.Topics;
import io.outlay.service.Service;
import io.outlay.service.ServiceRunner;
import io.outlay.service.StreamsSettings;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The smallest service: it writes what it reads, and has one fault of each kind. As a process it is called {@link #PROCESS}. */
final class EchoService {
    static final String PROCESS = "echo-process";
    static final String UNREADABLE = "cannot be read";
    static final String BREAKS = "breaks the processor";
    static final String TOO_LARGE = "too large to write";

    private static final Deserializer<String> READ = (topic, value) -> {
        String text = new StringDeserializer().deserialize(topic, value);
        if (UNREADABLE.equals(text)) {
            throw new SerializationException("not a text");
        }
        return text;
    };
    private static final Serializer<String> WRITE = (topic, value) -> {
        if (TOO_LARGE.equals(value)) {
            throw new RecordTooLargeException("too large");
        }
        return new StringSerializer().serialize(topic, value);
    };

    private EchoService() {}

    public static void main(String[] args) {
        ServiceRunner.main(named(PROCESS), args);
    }

    static String in(String name) {
        return name + ".in";
    }

    static String out(String name) {
        return name + ".out";
    }

    static Service named(String name) {
        return new Service(
                name,
                List.of(),
                List.of(topic(in(name)), topic(out(name)), Topics.DEAD_LETTERS),
                settings -> topology(name),
                null);
    }

    private static Topology topology(String name) {
        Serde<String> text = Serdes.serdeFrom(WRITE, READ);
        StreamsBuilder builder = new StreamsBuilder(StreamsSettings.topologyConfig(name));
        builder.stream(in(name), Consumed.with(Serdes.ByteArray(), text).withName("read"))
                .mapValues(EchoService::echo, Named.as("echo"))
                .to(out(name), Produced.with(Serdes.ByteArray(), text).withName("write"));
        return builder.build();
    }

    private static String echo(String value) {
        if (value.equals(BREAKS)) {
            throw new IllegalStateException("cannot bear it");
        }
        return value;
    }

    private static Topic<byte[]> topic(String name) {
        return new Topic<>(name, "test", "any", byte[].class, PartitionedBy.KEY, 1, true, null, "a test's");
    }
}
