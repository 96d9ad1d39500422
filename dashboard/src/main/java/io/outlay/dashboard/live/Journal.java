package io.outlay.dashboard.live;

import io.outlay.dashboard.view.CommitmentRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest change of each commitment, by partition and offset. A reader pulls what lies behind its position, as fast as it can take
 * it: a slow one costs no memory, and finds of each commitment the newest change alone.
 *
 * <p>A commitment that is gone stays here as gone, so that a reader who knew it learns of it. What was gone <em>before</em> this replica
 * began may have been compacted away; a reader whose position lies before that beginning must start anew, see {@link #knowsAllSince}.
 */
public final class Journal {
    /**
     * @param before the row that stood before; null when there was none, or when it came before this replica was ready
     * @param gone whether the commitment is no more
     * @param isNew whether there was none before; false while that is not known
     */
    public record Change(
            String commitment,
            int partition,
            long offset,
            @Nullable CommitmentRow before,
            boolean gone,
            boolean isNew) {}

    private record Arrived(long number, Change change) {}

    private final List<TreeMap<Long, Arrived>> partitions = new ArrayList<>();
    private final Map<String, Change> newest = new HashMap<>();
    private Position beginning;
    private Position end;
    private long arrivals;

    public Journal(int partitions) {
        for (int i = 0; i < partitions; i++) {
            this.partitions.add(new TreeMap<>());
        }
        beginning = Position.beginning(partitions);
        end = beginning;
    }

    public int partitions() {
        return partitions.size();
    }

    public synchronized void add(Change change) {
        Change before = newest.put(change.commitment(), change);
        if (before != null) {
            partitions.get(before.partition()).remove(before.offset());
        }
        partitions.get(change.partition()).put(change.offset(), new Arrived(arrivals++, change));
        end = end.after(change.partition(), change.offset());
    }

    /** From here on every change is seen as it happens. */
    public synchronized void begins() {
        beginning = end;
    }

    /** Where a reader stands who has seen everything. */
    public synchronized Position end() {
        return end;
    }

    /** Whether a reader who stands there misses nothing by going on; if not, it must forget what it knows and begin at the beginning. */
    public synchronized boolean knowsAllSince(Position position) {
        return beginning.isWithin(position) && position.isWithin(end);
    }

    /** The next changes behind a position, in the order in which they came. */
    public synchronized List<Change> after(Position position, int atMost) {
        record Head(Arrived next, Iterator<Arrived> rest) {}
        var heads = new PriorityQueue<Head>(
                Comparator.comparingLong(head -> head.next().number()));
        for (int i = 0; i < partitions.size(); i++) {
            Iterator<Arrived> rest =
                    partitions.get(i).tailMap(position.next(i), true).values().iterator();
            if (rest.hasNext()) {
                heads.add(new Head(rest.next(), rest));
            }
        }
        List<Change> found = new ArrayList<>();
        while (found.size() < atMost && !heads.isEmpty()) {
            Head head = heads.remove();
            found.add(head.next().change());
            if (head.rest().hasNext()) {
                heads.add(new Head(head.rest().next(), head.rest()));
            }
        }
        return found;
    }
}
