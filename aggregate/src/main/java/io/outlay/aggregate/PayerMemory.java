package io.outlay.aggregate;

import io.outlay.aggregate.PublishedRows.Written;
import io.outlay.aggregate.ledger.FigureSummary;
import io.outlay.aggregate.ledger.ResolutionMemo;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The payers that were resolved last, with their figures and what was written of them, so that one more article costs the rows that it
 * changed and not all rows of its payer. Nothing but a copy of rows: it may be forgotten at any time, and is when a task starts.
 */
final class PayerMemory {
    /** Some 2 KiB each: in twelve partitions 50 MiB at most, and whatever the largest payers need beyond. */
    static final int MAX_FIGURES = 2_000;

    private final LinkedHashMap<String, Remembered> payers = new LinkedHashMap<>(16, 0.75f, true);
    private int figures;

    /** @param figures by id */
    record Remembered(Map<String, FigureSummary> figures, Written written, ResolutionMemo memo) {}

    /** Takes a payer out, if it is remembered. */
    @Nullable
    Remembered take(String payer) {
        Remembered remembered = payers.remove(payer);
        if (remembered != null) {
            figures -= weight(remembered);
        }
        return remembered;
    }

    /** Remembers a payer, and forgets those that were longest not asked for. */
    void keep(String payer, Remembered remembered) {
        payers.put(payer, remembered);
        figures += weight(remembered);
        Iterator<Remembered> oldestFirst = payers.values().iterator();
        while (figures > MAX_FIGURES && payers.size() > 1) {
            figures -= weight(oldestFirst.next());
            oldestFirst.remove();
        }
    }

    /** What is taken out must weigh what it weighed when it was put in, so figures that come and go do so outside. */
    private static int weight(Remembered remembered) {
        return 1 + remembered.figures().size();
    }
}
