package io.outlay.aggregate;

import io.outlay.aggregate.ledger.EvidenceBook;
import io.outlay.aggregate.ledger.EvidenceRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of the figures whose evidence was looked up last. A commitment of many figures looks at all of them when one changes: from
 * here, it reads the rows of that one. Nothing but a copy of rows, as {@link PayerMemory} is.
 */
final class EvidenceMemory {
    /** As many as anything looks at. */
    static final int FIRST = 64;

    /** Of {@link #FIRST} rows of some 1 KiB each: 4 MiB a partition at most. */
    private static final int MAX_FIGURES = 64;

    private final Map<String, Remembered> figures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MAX_FIGURES;
        }
    };

    private record Remembered(List<EvidenceRow> first, @Nullable LocalDate newestDay) {}

    /** A payer's evidence; of the touched figures nothing is remembered. */
    EvidenceBook book(String payer, Collection<String> touched, EvidenceBook rows) {
        touched.forEach(figure -> figures.remove(payer + "|" + figure));
        return new EvidenceBook() {
            @Override
            public List<EvidenceRow> first(String figure, @Nullable LocalDate from, int most) {
                List<EvidenceRow> first = remembered(figure).first();
                List<EvidenceRow> found = first.stream()
                        .filter(row -> from == null || isFrom(row, from))
                        .limit(most)
                        .toList();
                boolean all = found.size() == most || first.size() < FIRST;
                return all ? found : rows.first(figure, from, most);
            }

            @Override
            public @Nullable LocalDate newestDay(String figure) {
                return remembered(figure).newestDay();
            }

            private Remembered remembered(String figure) {
                String key = payer + "|" + figure;
                Remembered known = figures.get(key);
                if (known == null) {
                    known = new Remembered(rows.first(figure, null, FIRST), rows.newestDay(figure));
                    figures.put(key, known);
                }
                return known;
            }
        };
    }

    /** Rows without a day stand behind all others. */
    private static boolean isFrom(EvidenceRow row, LocalDate from) {
        LocalDate day = row.day();
        return day == null || !day.isBefore(from);
    }
}
