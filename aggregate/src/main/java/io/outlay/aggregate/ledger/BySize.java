package io.outlay.aggregate.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Lines by the size of their live value, so that those near an amount are found without looking at all. */
final class BySize {
    private final TreeMap<Long, List<Line>> lines = new TreeMap<>();

    BySize(Collection<Line> all) {
        for (Line line : all) {
            Value value = line.live().figure.value;
            add(value.amount().headline(), line);
            if (value.usd() != null && value.usd().headline() != value.amount().headline()) {
                add(value.usd().headline(), line);
            }
            if (value.usdPrinted() != null) {
                add(value.usdPrinted(), line);
            }
        }
    }

    /** The lines that may agree with a value, and few others. */
    Collection<Line> near(Value value) {
        Set<Line> near = new LinkedHashSet<>();
        addNear(value.amount().headline(), near);
        if (value.usd() != null) {
            addNear(value.usd().headline(), near);
        }
        return near;
    }

    private void addNear(long size, Set<Line> near) {
        long margin = size / 20; // wider than the 3 % of an agreement
        lines.subMap(size - margin, true, size + margin, true).values().forEach(near::addAll);
    }

    private void add(long size, Line line) {
        lines.computeIfAbsent(size, s -> new ArrayList<>()).add(line);
    }
}
