package io.outlay.ingest;

import io.outlay.contracts.Ids;
import io.outlay.contracts.Json;
import io.outlay.contracts.RawArticle;
import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.ingest.article.RefusedException;
import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import io.outlay.service.DeadLetters;
import io.outlay.service.Settings;
import io.outlay.service.StreamsSettings;
import io.outlay.service.Trail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a source has into {@code raw-articles}: each batch and the position behind it in one transaction, so that a kill
 * at any moment neither loses nor doubles a record.
 *
 * <p>Raw records carry no event time but the time at which they are written: their topic forgets by age, and an old article
 * must not be forgotten before it is read.
 */
public final class Intake {
    /** What has gone through. */
    public record Tally(long found, long gone, long refused) {
        public static final Tally NOTHING = new Tally(0, 0, 0);

        Tally and(Sighting sighting) {
            if (sighting instanceof Sighting.Found) {
                return new Tally(found + 1, gone, refused);
            }
            return sighting instanceof Sighting.Gone
                    ? new Tally(found, gone + 1, refused)
                    : new Tally(found, gone, refused + 1);
        }

        public long total() {
            return found + gone + refused;
        }
    }

    /** Told after each batch that has been committed. */
    public interface Listener {
        /** @param shareRead from 0 to 1, negative when nobody knows */
        void committed(Tally tally, double shareRead);

        /** Told of each sighting that is no article, before its batch is committed. */
        void refused(Sighting.Refused refused);
    }

    /** The topics that it writes and reads. */
    public static final List<Topic<?>> TOPICS = List.of(Topics.RAW_ARTICLES, Positions.TOPIC, Topics.DEAD_LETTERS);

    private final Producer<byte[], byte[]> producer;
    private final DeadLetters letters = new DeadLetters(ArticlesTopology.SERVICE);
    private final Clock clock;

    /** @param producer transactional, its transactions initialised; not closed by this */
    Intake(Producer<byte[], byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Reads a source to its end, from where an earlier run stopped.
     *
     * @param settings where Kafka is; {@link #TOPICS} are there already
     */
    public static Tally drain(Source source, Settings settings, Clock clock, Listener listener) throws IOException {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(producer(source.name(), settings))) {
            producer.initTransactions(); // ends what a killed run left open, before its position is read
            String position;
            try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumer(settings))) {
                position = Positions.read(consumer).get(source.name());
            }
            return new Intake(producer, clock).drain(source, position, listener);
        }
    }

    /** @param writer names who writes: of two with one name, the later shuts the earlier out */
    static Map<String, Object> producer(String writer, Settings settings) {
        Map<String, Object> all = new HashMap<>(StreamsSettings.producer("outlay-intake", settings));
        all.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                StreamsSettings.applicationId(ArticlesTopology.SERVICE) + "-intake-" + Ids.hash(writer));
        return all;
    }

    static Map<String, Object> consumer(Settings settings) {
        Map<String, Object> all = new HashMap<>(StreamsSettings.client("outlay-intake-positions", settings));
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return all;
    }

    Tally drain(Source source, @Nullable String from, Listener listener) throws IOException {
        Tally tally = Tally.NOTHING;
        try (var batches = new ReadAhead<>(source, from, this::records)) {
            for (var read = batches.next(); read != null; read = batches.next()) {
                tally = write(source, read.batch(), read.ready(), tally, listener);
                listener.committed(tally, read.shareRead());
            }
        }
        return tally;
    }

    /** To hash and write an article is half of the work: all processors do it. */
    private List<Optional<ProducerRecord<byte[], byte[]>>> records(Source.Batch batch) {
        Instant now = clock.instant();
        return batch.sightings().parallelStream()
                .map(sighting -> sighting.toRaw(now).map(Intake::record))
                .toList();
    }

    /** Writes a batch and the position behind it, both or neither. */
    Tally write(Source source, Source.Batch batch, Tally before, Listener listener) {
        return write(source, batch, records(batch), before, listener);
    }

    /** @param records of the batch's sightings, empty for what is refused */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what a send came to
    private Tally write(
            Source source,
            Source.Batch batch,
            List<Optional<ProducerRecord<byte[], byte[]>>> records,
            Tally before,
            Listener listener) {
        Tally tally = before;
        producer.beginTransaction();
        try {
            for (int i = 0; i < records.size(); i++) {
                records.get(i).ifPresent(producer::send);
                Sighting sighting = batch.sightings().get(i);
                tally = tally.and(sighting);
                if (sighting instanceof Sighting.Refused refused) {
                    listener.refused(refused);
                    producer.send(letter(refused));
                }
            }
            producer.send(Positions.record(source.name(), batch.next()));
            producer.commitTransaction();
        } catch (ProducerFencedException otherRun) {
            throw otherRun; // nothing to abort: another run of the same source has taken over
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw e;
        }
        SourceMetrics.wrote(source.name(), before, tally);
        return tally;
    }

    private static ProducerRecord<byte[], byte[]> record(RawArticle raw) {
        return new ProducerRecord<>(
                Topics.RAW_ARTICLES.name(),
                null,
                null,
                raw.id().getBytes(StandardCharsets.UTF_8),
                Json.bytes(raw),
                Trail.begin());
    }

    private ProducerRecord<byte[], byte[]> letter(Sighting.Refused refused) {
        byte[] where = refused.where().getBytes(StandardCharsets.UTF_8);
        return letters.producerRecord(null, -1, -1, where, refused.raw(), new RefusedException(refused.toString()));
    }
}
