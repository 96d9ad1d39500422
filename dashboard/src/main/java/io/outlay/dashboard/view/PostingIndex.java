package io.outlay.dashboard.view;

import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The postings by key, and by measure, day and key: every total and every series reads a range of days of one measure. */
final class PostingIndex {
    private final NavigableMap<String, Posting> byKey = new TreeMap<>();
    private final Map<Measure, NavigableMap<LocalDate, NavigableMap<String, Posting>>> byDay =
            new EnumMap<>(Measure.class);

    /** @param now null when the posting is gone */
    void put(String key, @Nullable Posting now) {
        Posting before = now == null ? byKey.remove(key) : byKey.put(key, now);
        if (before != null) {
            NavigableMap<LocalDate, NavigableMap<String, Posting>> days = days(before.measure());
            NavigableMap<String, Posting> ofDay = days.get(before.day());
            if (ofDay != null) {
                ofDay.remove(key);
                if (ofDay.isEmpty()) {
                    days.remove(before.day());
                }
            }
        }
        if (now != null) {
            days(now.measure())
                    .computeIfAbsent(now.day(), day -> new TreeMap<>())
                    .put(key, now);
        }
    }

    void clear() {
        byKey.clear();
        byDay.clear();
    }

    Collection<Posting> all() {
        return byKey.values();
    }

    /**
     * The postings of a measure with a day in {@code (after, upTo]}, in the order of day and key.
     *
     * @param after null: from the first day on
     */
    void forEach(Measure measure, @Nullable LocalDate after, LocalDate upTo, Consumer<Posting> each) {
        if (after != null && after.isAfter(upTo)) {
            return;
        }
        NavigableMap<LocalDate, NavigableMap<String, Posting>> days = byDay.get(measure);
        if (days == null) {
            return;
        }
        (after == null ? days.headMap(upTo, true) : days.subMap(after, false, upTo, true))
                .values()
                .forEach(ofDay -> ofDay.values().forEach(each));
    }

    private NavigableMap<LocalDate, NavigableMap<String, Posting>> days(Measure measure) {
        return byDay.computeIfAbsent(measure, any -> new TreeMap<>());
    }
}
