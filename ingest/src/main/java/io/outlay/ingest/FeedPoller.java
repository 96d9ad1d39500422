package io.outlay.ingest;

import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks many sources, each when it has rested, with a few threads; what they give is written by one, batch by batch. */
final class FeedPoller implements AutoCloseable {
    /** Takes a batch and the position behind it, both or neither. */
    @FunctionalInterface
    interface Sink {
        void write(Source source, Source.Batch batch);
    }

    /** Another instance writes for these sources now. */
    static final class TakenOverException extends RuntimeException {
        TakenOverException(Throwable cause) {
            super(cause);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(FeedPoller.class);
    private static final int THREADS = 4;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    /** Between a failure of Kafka, not of the source, and the next try. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** What is to be done once it is closed, it does not do. */
    private final ScheduledExecutorService threads = new ScheduledThreadPoolExecutor(
            THREADS, task -> new Thread(task, "poller"), new ThreadPoolExecutor.DiscardPolicy());

    private final Sink sink;

    /** @param positions where each source stood when it was asked last */
    FeedPoller(List<? extends Source> sources, Map<String, String> positions, Sink sink) {
        this.sink = sink;
        for (Source source : sources) {
            String position = positions.get(source.name());
            schedule(source, position, source.restAt(position));
        }
    }

    private void schedule(Source source, @Nullable String position, Duration rest) {
        var unused = threads.schedule(() -> poll(source, position), rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void poll(Source source, @Nullable String position) {
        try {
            Source.Batch batch = source.poll(position);
            synchronized (sink) {
                sink.write(source, batch);
            }
            long found = batch.sightings().stream()
                    .filter(Sighting.Found.class::isInstance)
                    .count();
            log.info("{}: {} articles, asked again in {}", source.name(), found, batch.rest());
            schedule(source, batch.next(), batch.rest());
        } catch (TakenOverException e) {
            log.info("another instance polls now, this one stops", e);
            threads.shutdownNow();
        } catch (IOException | RuntimeException e) {
            SourceMetrics.failed(source.name());
            log.warn("{}: not written, tried again in {}", source.name(), AFTER_FAILURE, e);
            schedule(source, position, AFTER_FAILURE);
        }
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("a source is still being asked after {}", STOP_PATIENCE);
        }
    }
}
