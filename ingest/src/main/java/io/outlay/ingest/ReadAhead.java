package io.outlay.ingest;

import io.outlay.ingest.source.Source;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a source to its end: while one is written, the next one is read and made ready.
 *
 * @param <T> what is made of a batch
 */
final class ReadAhead<T> implements AutoCloseable {
    private static final int STOP_PATIENCE_S = 10;

    /** @param shareRead of the source with this batch, as {@link Source#shareRead} says it */
    record Read<T>(Source.Batch batch, T ready, double shareRead) {}

    private final Source source;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "source-reader"));
    private final Function<Source.Batch, T> makeReady;
    private @Nullable Future<Read<T>> next;

    /** @param position where to begin, null for the beginning */
    ReadAhead(Source source, @Nullable String position, Function<Source.Batch, T> makeReady) {
        this.source = source;
        this.makeReady = makeReady;
        this.next = thread.submit(() -> read(position));
    }

    private Read<T> read(@Nullable String position) throws IOException {
        Source.Batch batch = source.poll(position);
        return new Read<>(batch, makeReady.apply(batch), source.shareRead());
    }

    /**
     * The next batch.
     *
     * @return null behind the last one
     * @throws IOException if the source cannot be read further
     */
    @Nullable
    Read<T> next() throws IOException {
        if (next == null) {
            return null;
        }
        Read<T> now = whenRead(next);
        next = now.batch().isLast()
                ? null
                : thread.submit(() -> read(now.batch().next()));
        return now;
    }

    private static <T> Read<T> whenRead(Future<Read<T>> reading) throws IOException {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the source was read");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException("the source cannot be read", cause);
        }
    }

    /** Whoever closes the source may do it now: nobody reads it any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var unused = thread.awaitTermination(STOP_PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
