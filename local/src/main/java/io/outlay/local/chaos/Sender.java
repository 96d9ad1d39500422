package io.outlay.local.chaos;

import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts records on the road and waits until the brokers have them. */
final class Sender implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    Sender(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Topic.MAX_MESSAGE_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(List<RawArticle> articles) throws InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        for (RawArticle raw : articles) {
            byte[] key = raw.id().getBytes(StandardCharsets.UTF_8);
            acknowledgements.add(producer.send(new ProducerRecord<>(Topics.RAW_ARTICLES.name(), key, Json.bytes(raw))));
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            await(acknowledgement);
        }
    }

    /** @return where the record stands: {@code topic-partition@offset} */
    String send(String topic, byte @Nullable [] key, byte @Nullable [] value) throws InterruptedException {
        RecordMetadata place = await(producer.send(new ProducerRecord<>(topic, key, value)));
        return place.topic() + "-" + place.partition() + "@" + place.offset();
    }

    private static RecordMetadata await(Future<RecordMetadata> acknowledgement) throws InterruptedException {
        try {
            return acknowledgement.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the brokers do not take a record: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
