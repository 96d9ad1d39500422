package io.outlay.enrich.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Running counts of an evaluation. */
final class Tally {
    final Map<String, Count> counts = new LinkedHashMap<>();
    /** Per field of matched claims: right and all. */
    final Map<String, int[]> fields = new TreeMap<>();

    final List<String> misses = new ArrayList<>();
    int documents;
    int silentDocuments;
    int claimsInSilentDocuments;
    int foreignFound;
    int foreign;

    void found(String what) {
        add(what, 1, 0, 0);
    }

    void wrong(String what, String miss) {
        add(what, 0, 1, 0);
        misses.add(miss);
    }

    void missed(String what, String miss) {
        add(what, 0, 0, 1);
        misses.add(miss);
    }

    void add(String what, int found, int wrong, int missed) {
        counts.put(what, counts.getOrDefault(what, Count.NONE).plus(found, wrong, missed));
    }

    void field(String name, boolean right) {
        int[] of = fields.computeIfAbsent(name, n -> new int[2]);
        of[0] += right ? 1 : 0;
        of[1]++;
    }
}
