package io.outlay.local.road;

import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topics;
import io.outlay.service.ServiceSettings;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Puts articles where the road begins: into {@code raw-articles}, where ingest finds them. */
public final class ArticleFeed implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param producerSettings idempotent, bytes for key and value */
    public ArticleFeed(Map<String, Object> producerSettings) {
        this.producer = new KafkaProducer<>(producerSettings);
    }

    /** A feed for the broker of this JVM. */
    static ArticleFeed on(String bootstrap) {
        Settings settings = Settings.of(ServiceSettings.all(), Map.of("bootstrap", bootstrap));
        return new ArticleFeed(StreamsSettings.producer("outlay-feed", settings));
    }

    /** Sends without waiting; what goes wrong is said by {@link #flush}. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of failures
    public void send(RawArticle raw) {
        byte[] key = raw.id().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.RAW_ARTICLES.name(), key, Json.bytes(raw)), (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    /**
     * Waits until the broker has acknowledged all that was sent.
     *
     * @throws IllegalStateException if it did not take something
     */
    public void flush() {
        producer.flush();
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("Kafka did not take an article: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
