package io.outlay.dashboard.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;

/**
 * The body of a request, read to its end before anything is answered: a connection that closes over bytes nobody read is reset, and
 * takes the answer with it.
 */
final class Body implements Runnable {
    /** Who sends more than this is cut off, whatever becomes of the answer. */
    static final int MOST_READ = 1024 * 1024;

    private final CompletableFuture<Optional<byte[]>> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Content.Source source;
    private final int most;
    private long read;

    private Body(Content.Source source, int most) {
        this.source = source;
        this.most = most;
    }

    /**
     * @param most bytes that are kept
     * @return the bytes, or nothing if there are more than {@code most}; fails if the sender goes away
     */
    static CompletableFuture<Optional<byte[]>> read(Content.Source source, int most) {
        Body body = new Body(source, most);
        body.run();
        return body.whole;
    }

    /** Takes what is there, and asks to be called again when there is more. */
    @Override
    public void run() {
        while (!whole.isDone()) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            whole.completeExceptionally(chunk.getFailure());
            return;
        }
        read += chunk.remaining();
        if (read <= most) {
            ByteBuffer bytes = chunk.getByteBuffer();
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            kept.writeBytes(copy);
        }
        chunk.release();
        if (chunk.isLast() || read > MOST_READ) {
            whole.complete(read <= most ? Optional.of(kept.toByteArray()) : Optional.empty());
        }
    }
}
