package io.outlay.aggregate;

import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows whose values are JSON of one type. */
record JsonRows<T>(Rows rows, Class<T> type) {
    /** How many rows a scan takes from the store at once. */
    private static final int PAGE = 1_000;

    @Nullable
    T get(String key) {
        String row = rows.get(key);
        return row == null ? null : read(row);
    }

    void put(String key, T value) {
        rows.put(key, Json.string(value));
    }

    void delete(String key) {
        rows.delete(key);
    }

    /** All values whose keys begin with the prefix, in order of key. */
    List<T> all(String prefix) {
        List<T> values = new ArrayList<>();
        for (Rows.Row row : rowsOf(rows, prefix)) {
            values.add(read(row.value()));
        }
        return values;
    }

    T read(String row) {
        return Json.read(row.getBytes(StandardCharsets.UTF_8), type);
    }

    /** All rows whose keys begin with the prefix. */
    static List<Rows.Row> rowsOf(Rows rows, String prefix) {
        List<Rows.Row> all = new ArrayList<>();
        String from = prefix;
        List<Rows.Row> page;
        do {
            page = rows.scan(from, prefix + Rows.END, PAGE);
            all.addAll(page);
            from = page.isEmpty() ? from : page.get(page.size() - 1).key() + "\0";
        } while (page.size() == PAGE);
        return all;
    }
}
