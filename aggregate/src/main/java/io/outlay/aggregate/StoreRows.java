package io.outlay.aggregate;

import io.outlay.aggregate.rolling.Rows;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Rows in a store of Kafka Streams: those whose keys there begin with a prefix, which the rows' own keys leave out. */
final class StoreRows implements Rows {
    private final KeyValueStore<String, String> store;
    private final String prefix;

    StoreRows(KeyValueStore<String, String> store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    @Override
    public @Nullable String get(String key) {
        return store.get(prefix + key);
    }

    @Override
    public void put(String key, String value) {
        store.put(prefix + key, value);
    }

    @Override
    public void delete(String key) {
        store.delete(prefix + key);
    }

    @Override
    public @Nullable Row first(String from, String to) {
        return next(store.range(prefix + from, prefix + to));
    }

    @Override
    public @Nullable Row last(String from, String to) {
        return next(store.reverseRange(prefix + from, prefix + to));
    }

    @Override
    public List<Row> scan(String from, String to, int limit) {
        List<Row> rows = new ArrayList<>();
        try (KeyValueIterator<String, String> found = store.range(prefix + from, prefix + to)) {
            while (rows.size() < limit && found.hasNext()) {
                rows.add(row(found));
            }
        }
        return rows;
    }

    private @Nullable Row next(KeyValueIterator<String, String> iterator) {
        try (iterator) {
            return iterator.hasNext() ? row(iterator) : null;
        }
    }

    private Row row(KeyValueIterator<String, String> iterator) {
        var next = iterator.next();
        return new Row(next.key.substring(prefix.length()), next.value);
    }
}
