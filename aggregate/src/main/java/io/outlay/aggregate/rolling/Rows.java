package io.outlay.aggregate.rolling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ordered map from ASCII text to text: all that state is ever kept in. In a service it is a store of Kafka Streams, in a test a
 * {@link java.util.TreeMap}.
 */
public interface Rows {
    /** Sorts after every character of a key, so that {@code prefix + END} closes the range of a prefix. */
    String END = "~";

    @Nullable
    String get(String key);

    void put(String key, String value);

    void delete(String key);

    /** The row with the least key in {@code [from, to]}, null if there is none. */
    @Nullable
    Row first(String from, String to);

    /** The row with the greatest key in {@code [from, to]}, null if there is none. */
    @Nullable
    Row last(String from, String to);

    /** At most {@code limit} rows with keys in {@code [from, to]}, in order of key. */
    List<Row> scan(String from, String to, int limit);

    /** A key and what stands at it. */
    record Row(String key, String value) {}
}
