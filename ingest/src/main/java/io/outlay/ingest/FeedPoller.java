package io.outlay.ingest;

import io.outlay.ingest.source.Sighting;
import io.outlay.ingest.source.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

    /** They wait for slow servers most of the time. */
    private static final int THREADS = 16;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    /** Between a failure of Kafka, not of the source, and the next try. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** What took the JVM to its limits is not tried again at once. */
    private static final Duration AFTER_FAULT = Duration.ofMinutes(10);

    /** A source that is polled, and where it stands. */
    private static final class Polled {
        private final Source source;
        private volatile @Nullable String position;
        private volatile @Nullable Future<?> next;
        private volatile boolean removed;

        Polled(Source source, @Nullable String position) {
            this.source = source;
            this.position = position;
        }
    }

    /** What is to be done once it is closed, it does not do. */
    private final ScheduledExecutorService threads = new ScheduledThreadPoolExecutor(
            THREADS, task -> new Thread(task, "poller"), new ThreadPoolExecutor.DiscardPolicy());

    private final Map<String, Polled> polled = new ConcurrentHashMap<>();
    private final Sink sink;

    FeedPoller(Sink sink) {
        this.sink = sink;
    }

    /** @param positions where each source stood when it was asked last */
    FeedPoller(List<? extends Source> sources, Map<String, String> positions, Sink sink) {
        this(sink);
        sources.forEach(source -> put(source, positions.get(source.name())));
    }

    /** Begins to ask a source; one of that name that is asked already makes way for it, and leaves it its position. */
    void put(Source source, @Nullable String position) {
        Polled before = polled.get(source.name());
        String from = before == null ? position : before.position;
        if (before != null) {
            remove(source.name());
        }
        Polled now = new Polled(source, from);
        polled.put(source.name(), now);
        schedule(now, source.restAt(from));
    }

    /** Asks it no more; a question under way still has its answer written. */
    void remove(String name) {
        Polled gone = polled.remove(name);
        if (gone != null) {
            gone.removed = true;
            Future<?> next = gone.next;
            if (next != null) {
                next.cancel(false);
            }
        }
    }

    /** Where each source stands: name → position, those aside that nobody has asked yet. */
    Map<String, String> positions() {
        return polled.entrySet().stream()
                .filter(entry -> entry.getValue().position != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue().position)));
    }

    private void schedule(Polled one, Duration rest) {
        if (!one.removed) {
            one.next = threads.schedule(() -> poll(one), rest.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void poll(Polled one) {
        Source source = one.source;
        try {
            Source.Batch batch = source.poll(one.position);
            synchronized (sink) {
                sink.write(source, batch);
            }
            one.position = batch.next();
            long found = batch.sightings().stream()
                    .filter(Sighting.Found.class::isInstance)
                    .count();
            log.info("{}: {} articles, asked again in {}", source.name(), found, batch.rest());
            schedule(one, batch.rest());
        } catch (TakenOverException e) {
            log.info("another instance polls now, this one stops", e);
            threads.shutdownNow();
        } catch (IOException | RuntimeException e) {
            SourceMetrics.failed(source.name());
            log.warn("{}: not written, tried again in {}", source.name(), AFTER_FAILURE, e);
            schedule(one, AFTER_FAILURE);
        } catch (VirtualMachineError e) { // one page must not end the asking of all
            log.error("{}: more than this machine can bear, tried again in {}", source.name(), AFTER_FAULT, e);
            schedule(one, AFTER_FAULT);
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
