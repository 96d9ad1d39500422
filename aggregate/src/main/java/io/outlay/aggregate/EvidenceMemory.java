package io.outlay.aggregate;

import io.outlay.aggregate.ledger.EvidenceBook;
import io.outlay.aggregate.ledger.EvidenceRow;
import io.outlay.aggregate.ledger.IndependentSources;
import io.outlay.aggregate.ledger.Source;
import io.outlay.aggregate.rolling.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first evidence of the figures that was looked up last. A commitment of many figures looks at all of them when one changes: from here,
 * it reads the rows of that one. Nothing but a copy of rows, as {@link PayerMemory} is.
 */
final class EvidenceMemory {
    /** Of some 36 KiB each, with all {@link EvidenceBook#COMPARED} rows: 9 MiB a partition at most. */
    private static final int MAX_FIGURES = 256;

    private static final int MAX_COUNTS = 10_000;

    private final Map<String, Remembered> figures = latest(MAX_FIGURES);
    private final Map<String, Integer> independent = latest(MAX_COUNTS);

    /** @param shown the rows that are shown, as they stand */
    private record Remembered(List<String> shown, List<Source> sources, @Nullable LocalDate newestDay) {}

    private static <V> Map<String, V> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** A payer's evidence; that of the touched figures is looked up again. */
    EvidenceBook book(String payer, Collection<String> touched, PayerRows payers) {
        for (String figure : touched) {
            figures.remove(payer + "|" + figure);
            independent.remove(payer + "|" + figure);
        }
        return new EvidenceBook() {
            @Override
            public List<EvidenceRow> shown(String figure, @Nullable LocalDate from) {
                List<String> rows =
                        from == null ? remembered(figure).shown() : texts(payers.evidence(payer, figure, from, SHOWN));
                return rows.stream().map(EvidenceRow::ofText).toList();
            }

            @Override
            public List<Source> sources(String figure) {
                return remembered(figure).sources();
            }

            @Override
            public int independentSources(String figure) {
                Integer known = independent.get(payer + "|" + figure);
                if (known == null) {
                    known = IndependentSources.count(sources(figure));
                    independent.put(payer + "|" + figure, known);
                }
                return known;
            }

            @Override
            public @Nullable LocalDate newestDay(String figure) {
                return remembered(figure).newestDay();
            }

            private Remembered remembered(String figure) {
                String key = payer + "|" + figure;
                Remembered known = figures.get(key);
                if (known == null) {
                    List<Rows.Row> rows = payers.evidence(payer, figure, null, COMPARED);
                    int rank = EvidenceRow.prefix(payer, figure).length();
                    List<Source> sources = rows.stream()
                            .map(row -> Source.of(row.key().substring(rank), row.value()))
                            .toList();
                    known = new Remembered(
                            texts(rows.subList(0, Math.min(SHOWN, rows.size()))),
                            sources,
                            payers.newestEvidence(payer, figure));
                    figures.put(key, known);
                }
                return known;
            }
        };
    }

    private static List<String> texts(List<Rows.Row> rows) {
        return rows.stream().map(Rows.Row::value).toList();
    }
}
