package io.outlay.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.outlay.contracts.CloudEvents;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Makes each record that one of our producers sends to a topic of the catalogue a CloudEvent, whatever node or command it comes from;
 * changelogs and other internal topics are left as they are. Kafka makes it, by {@link #into}.
 */
public final class CloudEventHeaders implements ProducerInterceptor<byte[], byte[]> {
    /** A setting of the producer: who writes. */
    private static final String WRITER = "outlay.writer";

    private static final Map<String, Template> TEMPLATES = templates();

    private Header source = header(CloudEvents.SOURCE, "/outlay");

    /** What of a topic's headers is always the same. */
    private record Template(List<Header> always, List<Header> withData) {}

    /**
     * Adds it to a producer's settings, behind the interceptors that are there.
     *
     * @param prefix of the producer's settings among these
     * @param writer becomes the source of the events
     */
    static void into(Map<String, Object> settings, String prefix, String writer) {
        settings.merge(
                prefix + ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
                CloudEventHeaders.class.getName(),
                (theirs, ours) -> theirs + "," + ours);
        settings.put(prefix + WRITER, writer);
    }

    @Override
    public void configure(Map<String, ?> settings) {
        source = header(CloudEvents.SOURCE, "/" + settings.get(WRITER));
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        Template template = TEMPLATES.get(record.topic());
        if (template != null) {
            Headers headers = record.headers();
            if (headers.lastHeader(CloudEvents.ID)
                    != null) { // a record that is passed on has those of where it came from
                forget(headers, template);
            }
            template.always.forEach(headers::add);
            headers.add(source);
            headers.add(CloudEvents.ID, id());
            if (record.value() != null) {
                template.withData.forEach(headers::add);
            }
        }
        return record;
    }

    private static void forget(Headers headers, Template template) {
        template.always.forEach(header -> headers.remove(header.key()));
        template.withData.forEach(header -> headers.remove(header.key()));
        headers.remove(CloudEvents.SOURCE);
        headers.remove(CloudEvents.ID);
    }

    private static byte[] id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return (hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong())).getBytes(UTF_8);
    }

    private static Map<String, Template> templates() {
        Map<String, Template> templates = new HashMap<>();
        for (Topic<?> topic : Topics.all()) {
            templates.put(
                    topic.name(),
                    new Template(headers(CloudEvents.ofTopic(topic)), headers(CloudEvents.ofData(topic))));
        }
        return Map.copyOf(templates);
    }

    private static List<Header> headers(Map<String, String> attributes) {
        List<Header> headers = new ArrayList<>();
        attributes.forEach((name, value) -> headers.add(header(name, value)));
        return List.copyOf(headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        // Nothing is waited for.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
