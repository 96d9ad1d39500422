package io.outlay.dashboard.view;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.Countries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The commitments by id and by figure, each with what filters look at made ready. */
final class CommitmentIndex {
    private record Entry(Commitment commitment, CommitmentRow row, String searchable) {}

    private final NavigableMap<String, Entry> byId = new TreeMap<>();
    private final Map<String, String> idByFigure = new HashMap<>();

    /** @param now null when the commitment is gone */
    void put(String key, @Nullable Commitment now) {
        Entry before =
                now == null ? byId.remove(key) : byId.put(key, new Entry(now, CommitmentRow.of(now), searchable(now)));
        if (before != null) {
            // A figure that has moved on to another commitment in the meantime stays there.
            before.commitment().figures().forEach(figure -> idByFigure.remove(figure, key));
        }
        if (now != null) {
            now.figures().forEach(figure -> idByFigure.put(figure, key));
        }
    }

    void clear() {
        byId.clear();
        idByFigure.clear();
    }

    /** @param id of a commitment, or of any of its figures */
    @Nullable
    Commitment find(String id) {
        Entry entry = byId.get(id);
        if (entry == null) {
            String ofFigure = idByFigure.get(id);
            entry = ofFigure == null ? null : byId.get(ofFigure);
        }
        return entry == null ? null : entry.commitment();
    }

    @Nullable
    CommitmentRow row(String id) {
        Entry entry = byId.get(id);
        return entry == null ? null : entry.row();
    }

    int size() {
        return byId.size();
    }

    Collection<Commitment> all() {
        return byId.values().stream().map(Entry::commitment).toList();
    }

    Collection<CommitmentRow> rows() {
        return byId.values().stream().map(Entry::row).toList();
    }

    /** The payers' ids, sorted. */
    Set<String> payers() {
        return byId.values().stream().map(entry -> entry.row().payer()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Reads all, and keeps no more than a page: the price of a filter does not grow with what passes it. */
    CommitmentPage search(CommitmentQuery query) {
        record Found(Place place, CommitmentRow row) {}
        List<String> words = query.text() == null
                ? List.of()
                : List.of(query.text().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        var page = new PriorityQueue<Found>(Comparator.comparing(Found::place).reversed());
        int matching = 0;
        boolean more = false;
        for (Entry entry : byId.values()) {
            if (!passes(entry, query, words)) {
                continue;
            }
            matching++;
            Place place = query.sort().placeOf(entry.row());
            if (query.after() != null && place.compareTo(query.after()) <= 0) {
                continue;
            }
            Found last = page.size() < query.limit() ? null : page.peek();
            if (last != null) {
                more = true;
                if (place.compareTo(last.place()) >= 0) {
                    continue;
                }
                page.remove();
            }
            page.add(new Found(place, entry.row()));
        }
        List<Found> sorted = new ArrayList<>(page);
        sorted.sort(Comparator.comparing(Found::place));
        Place next = more ? sorted.get(sorted.size() - 1).place() : null;
        return new CommitmentPage(matching, sorted.stream().map(Found::row).toList(), next);
    }

    private static boolean passes(Entry entry, CommitmentQuery query, List<String> words) {
        CommitmentRow row = entry.row();
        return (query.company() == null || query.company().equals(row.payer()))
                && (query.measure() == null || query.measure() == row.measure())
                && (query.state() == null || query.state() == row.state())
                && (!query.doubtful() || row.doubtful())
                && Filter.isAmong(query.headquarters(), row.payerCountry())
                && Filter.isAmong(query.destination(), row.destination() == null ? "*" : row.destination())
                && words.stream().allMatch(entry.searchable()::contains);
    }

    private static String searchable(Commitment c) {
        List<String> texts =
                new ArrayList<>(List.of(c.id(), c.payer().id(), c.payer().name()));
        for (String codes : new String[] {c.payer().country(), c.destination() == null ? "*" : c.destination()}) {
            texts.add(codes);
            Arrays.stream(codes.split(";")).map(Countries.standard()::nameOf).forEach(texts::add);
        }
        if (c.site() != null) {
            texts.add(c.site());
        }
        if (c.counterparty() != null) {
            texts.add(c.counterparty().name());
        }
        if (c.period() != null) {
            texts.add(c.period().key());
        }
        c.revisions().stream()
                .flatMap(revision -> revision.evidence().stream())
                .map(evidence -> evidence.title())
                .distinct()
                .forEach(title -> texts.add(title == null ? "" : title));
        return String.join("\n", texts).toLowerCase(Locale.ROOT);
    }
}
