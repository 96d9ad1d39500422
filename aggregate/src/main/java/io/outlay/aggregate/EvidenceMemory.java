package io.outlay.aggregate;

import io.outlay.aggregate.ledger.EvidenceBook;
import io.outlay.aggregate.ledger.EvidenceRow;
import io.outlay.aggregate.rolling.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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

    /** Of {@link #FIRST} rows of some 1 KiB each, read and as they stand: 8 MiB a partition at most. */
    private static final int MAX_FIGURES = 64;

    private final Map<String, Remembered> figures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MAX_FIGURES;
        }
    };

    /** @param read what stands in each of the rows */
    private record Remembered(List<Rows.Row> rows, List<EvidenceRow> read, @Nullable LocalDate newestDay) {}

    /** A payer's evidence. The rows of the touched figures are fetched again, and those that stand as they did are not read again. */
    EvidenceBook book(String payer, Collection<String> touched, PayerRows payers) {
        Map<String, EvidenceRow> readBefore = new HashMap<>();
        for (String figure : touched) {
            Remembered before = figures.remove(payer + "|" + figure);
            for (int i = 0; before != null && i < before.rows().size(); i++) {
                readBefore.put(before.rows().get(i).value(), before.read().get(i));
            }
        }
        EvidenceBook rows = payers.evidence(payer);
        return new EvidenceBook() {
            @Override
            public List<EvidenceRow> first(String figure, @Nullable LocalDate from, int most) {
                List<EvidenceRow> first = remembered(figure).read();
                if (from == null && most >= FIRST && (most == FIRST || first.size() < FIRST)) {
                    return first;
                }
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
                    List<Rows.Row> first = payers.evidenceRows(payer, figure, null, FIRST);
                    List<EvidenceRow> read = first.stream().map(this::read).toList();
                    known = new Remembered(first, read, rows.newestDay(figure));
                    figures.put(key, known);
                }
                return known;
            }

            private EvidenceRow read(Rows.Row row) {
                EvidenceRow before = readBefore.get(row.value());
                return before == null ? payers.readEvidence(row) : before;
            }
        };
    }

    /** Rows without a day stand behind all others. */
    private static boolean isFrom(EvidenceRow row, LocalDate from) {
        LocalDate day = row.day();
        return day == null || !day.isBefore(from);
    }
}
