package io.outlay.ingest;

import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import io.outlay.ingest.web.FeedSource;
import io.outlay.service.Settings;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources whose positions lie in one partition, as long as this instance has it: their writer shuts out that of the instance
 * which had them before.
 */
final class PollingShare implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PollingShare.class);

    /** Refusals in the log; the tally is the position's. */
    private static final Intake.Listener LISTENER = new Intake.Listener() {
        @Override
        public void committed(Intake.Tally tally, double shareRead) {}

        @Override
        public void refused(Sighting.Refused refused) {
            log.warn("refused: {}", refused);
        }
    };

    private final Producer<byte[], byte[]> producer;
    private final Map<String, String> positions;
    private final Intake intake;
    private final FeedPoller poller;
    private final int partition;
    private Map<String, Source> sources = Map.of();
    private volatile boolean broken;

    PollingShare(int partition, Settings settings, Clock clock) {
        this.partition = partition;
        this.producer = new KafkaProducer<>(Intake.producer("feeds-" + partition, settings));
        try (var consumer = new KafkaConsumer<byte[], byte[]>(Intake.consumer(settings))) {
            producer.initTransactions(); // ends what the other instance left open, before positions are read
            this.positions = Positions.read(consumer);
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
        this.intake = new Intake(producer, clock);
        this.poller = new FeedPoller(this::write);
    }

    private void write(Source source, Source.Batch batch) {
        try {
            Intake.Tally tally = intake.write(source, batch, Intake.Tally.NOTHING, LISTENER);
            if (batch.next() != null) {
                SourceMetrics.polled(source.name(), FeedSource.stateAt(batch.next()), tally.found() > 0);
            }
        } catch (ProducerFencedException e) {
            throw new FeedPoller.TakenOverException(e);
        } catch (KafkaException | IllegalStateException e) {
            broken = true; // its writer may be of no use any more: the share is opened anew
            throw e;
        }
    }

    /** Whether it is to be closed and opened anew. */
    boolean isBroken() {
        return broken;
    }

    /** Polls those that lie in its partition, as they are now, and no others. */
    void want(Map<String, Source> all) {
        Set<String> names = new HashSet<>(sources.keySet());
        names.removeAll(all.keySet());
        names.forEach(this::remove);
        all.forEach((name, source) -> {
            boolean isMine = Positions.partitionOf(name) == partition;
            if (isMine && sources.get(name) != source) {
                poller.put(source, positions.get(name));
            }
        });
        sources = Map.copyOf(all);
    }

    private void remove(String name) {
        poller.remove(name);
        SourceMetrics.forget(name);
    }

    /** Where its sources stand: name → position. */
    Map<String, String> standing() {
        return poller.positions();
    }

    @Override
    public void close() throws InterruptedException {
        poller.close();
        sources.keySet().stream()
                .filter(name -> Positions.partitionOf(name) == partition)
                .forEach(SourceMetrics::forget);
        producer.close();
    }
}
