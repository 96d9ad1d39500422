package io.outlay.aggregate.rolling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows in a sorted map, which counts how often it is asked. */
public final class MapRows implements Rows {
    public final TreeMap<String, String> rows = new TreeMap<>();
    public int reads;
    public int writes;

    @Override
    public @Nullable String get(String key) {
        reads++;
        return rows.get(key);
    }

    @Override
    public void put(String key, String value) {
        writes++;
        rows.put(key, value);
    }

    @Override
    public void delete(String key) {
        writes++;
        rows.remove(key);
    }

    @Override
    public @Nullable Row first(String from, String to) {
        reads++;
        return row(rows.ceilingEntry(from), entry -> entry.getKey().compareTo(to) <= 0);
    }

    @Override
    public @Nullable Row last(String from, String to) {
        reads++;
        return row(rows.floorEntry(to), entry -> entry.getKey().compareTo(from) >= 0);
    }

    @Override
    public List<Row> scan(String from, String to, int limit) {
        List<Row> found = from.compareTo(to) > 0
                ? List.of()
                : rows.subMap(from, true, to, true).entrySet().stream()
                        .limit(limit)
                        .map(entry -> new Row(entry.getKey(), entry.getValue()))
                        .toList();
        reads += 1 + found.size();
        return found;
    }

    private static @Nullable Row row(
            Map.@Nullable Entry<String, String> entry, Predicate<Map.Entry<String, String>> within) {
        return entry == null || !within.test(entry) ? null : new Row(entry.getKey(), entry.getValue());
    }
}
