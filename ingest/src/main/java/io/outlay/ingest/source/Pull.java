package io.outlay.ingest.source;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator told in one method: the next element, or null at the end. */
public abstract class Pull<T> implements Iterator<T> {
    private @Nullable T next;
    private boolean ended;

    /** @return null at the end; not called again after that */
    protected abstract @Nullable T pull();

    /** Passes the next element over without making it, where that is cheaper; false at the end. */
    protected boolean pass() {
        return pull() != null;
    }

    /** As {@link #next}, for an element that nobody wants; false at the end. */
    public final boolean skip() {
        if (next != null) {
            next = null;
            return true;
        }
        ended = ended || !pass();
        return !ended;
    }

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            next = pull();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public final T next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        T now = next;
        next = null;
        return now;
    }
}
