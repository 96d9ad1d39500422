package io.outlay.local.road;

import io.outlay.contracts.Json;
import io.outlay.contracts.NewsSource;
import io.outlay.contracts.Topics;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import io.outlay.service.TopicAdmin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sets which sources are polled, in the topic that the running service follows. */
public final class SourceSetting {
    private final Map<String, Object> client;
    private final Settings settings;

    /** @param client as {@link StreamsSettings#client} makes it */
    public SourceSetting(Map<String, Object> client, Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Address → source, of all that people have set. */
    public SortedMap<String, NewsSource> all() {
        TopicReader reader = new TopicReader(client);
        return reader.exists(Topics.SOURCES) ? reader.latest(Topics.SOURCES) : new TreeMap<>();
    }

    public void set(NewsSource source) {
        write(source.key(), Json.bytes(source));
    }

    public void remove(String address) {
        write(address, null);
    }

    private void write(String key, byte @Nullable [] value) {
        try (Admin admin = Admin.create(client)) {
            new TopicAdmin(admin).create(List.of(Topics.SOURCES), settings.get(ServiceSettings.REPLICATION));
        }
        try (var producer =
                new KafkaProducer<byte[], byte[]>(StreamsSettings.producer("outlay-source-setting", settings))) {
            producer.send(new ProducerRecord<>(Topics.SOURCES.name(), key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not take it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted before the broker took it", e);
        }
    }
}
