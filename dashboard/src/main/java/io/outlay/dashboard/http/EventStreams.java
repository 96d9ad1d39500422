package io.outlay.dashboard.http;

import io.outlay.dashboard.api.Sources;
import io.outlay.dashboard.live.Health;
import io.outlay.dashboard.live.Journal;
import io.outlay.dashboard.live.Position;
import io.outlay.dashboard.view.LedgerView;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** All readers of events, and the one thread that wakes them when there is something to say. */
final class EventStreams implements AutoCloseable {
    static final int MAX_READERS = 2_000;

    /** Changes that come together are told together. */
    private static final long TOGETHER_MS = 100;

    private static final long HEARTBEAT_S = 10;

    private final Sources sources;
    private final BooleanSupplier ready;
    private final Set<EventReader> readers = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::run, "events");
    private boolean anything;
    private final AtomicLong moves = new AtomicLong();

    /** @param ready whether the view is whole */
    EventStreams(Sources sources, BooleanSupplier ready) {
        this.sources = sources;
        this.ready = ready;
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether there is room for one more. */
    boolean hasRoom() {
        return readers.size() < MAX_READERS;
    }

    void add(Response response, Callback callback, @Nullable Position asked, boolean wholeSnapshot) {
        EventReader reader = new EventReader(this, response, callback, asked, wholeSnapshot);
        readers.add(reader);
        reader.iterate();
    }

    void remove(EventReader reader) {
        readers.remove(reader);
    }

    int size() {
        return readers.size();
    }

    /** The view has moved; readers are told soon. */
    void changed() {
        lock.lock();
        try {
            anything = true;
            moves.incrementAndGet();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The state may have changed; readers are told soon. */
    void looked() {
        lock.lock();
        try {
            anything = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                boolean news = awaitNews();
                readers.forEach(news ? EventReader::iterate : EventReader::beat);
                TimeUnit.MILLISECONDS.sleep(TOGETHER_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitNews() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(HEARTBEAT_S);
            while (!anything && left > 0) {
                left = changed.awaitNanos(left);
            }
            boolean news = anything;
            anything = false;
            return news;
        } finally {
            lock.unlock();
        }
    }

    boolean ready() {
        return ready.getAsBoolean();
    }

    Health health() {
        return sources.health().get();
    }

    Journal journal() {
        return sources.journal();
    }

    LedgerView view() {
        return sources.view();
    }

    long moves() {
        return moves.get();
    }

    @Override
    public void close() {
        thread.interrupt();
        readers.forEach(reader -> reader.abort(new CancellationException("the server stops")));
    }
}
