package io.outlay.ingest.web;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** Takes an answer's bytes up to a limit; of a longer answer it hangs up, and also when all answers together grow too large. */
final class LimitedBytes implements BodySubscriber<byte[]> {
    /** How many bytes the answers under way hold together, and how many they may. */
    static final class Budget {
        private static final long LEAST_BYTES = 48L * 1024 * 1024;

        private final AtomicLong held = new AtomicLong();
        private final long limit;

        private Budget(long limit) {
            this.limit = limit;
        }

        /** An eighth of the memory: each answer is copied once, and taken apart by one thread at a time. */
        static Budget ofThisMachine() {
            return new Budget(Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / 8));
        }

        private boolean take(int bytes) {
            return held.addAndGet(bytes) <= limit;
        }

        private void give(long bytes) {
            held.addAndGet(-bytes);
        }
    }

    private final int limit;
    private final Budget budget;
    private final List<byte[]> parts = new ArrayList<>();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private int size;

    @SuppressWarnings("NullAway.Init") // the client subscribes before anything else
    private Flow.Subscription subscription;

    LimitedBytes(int limit, Budget budget) {
        this.limit = limit;
        this.budget = budget;
        var unused = whole.whenComplete((bytes, problem) -> {
            parts.clear();
            budget.give(size);
        });
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (whole.isDone()) {
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            size += part.length;
            boolean fits = budget.take(part.length);
            if (size > limit) {
                hangUp("the answer is larger than " + limit + " bytes");
            } else if (!fits) {
                hangUp("too many large answers come at once; asked again later");
            } else {
                parts.add(part);
            }
        }
    }

    /** Nobody waits for it any more. */
    void end() {
        whole.cancel(false);
    }

    private void hangUp(String why) {
        subscription.cancel();
        whole.completeExceptionally(new FetchException(why));
    }

    @Override
    public void onError(Throwable problem) {
        whole.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        byte[] bytes = new byte[size];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, bytes, at, part.length);
            at += part.length;
        }
        whole.complete(bytes);
    }
}
