package io.outlay.aggregate.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a payer's evidence is looked up: a range scan in the service, a map in the fold. */
public interface EvidenceBook {
    /**
     * The first rows of a figure in {@link EvidenceRow#ORDER}.
     *
     * @param from leaves out rows of earlier days; null for all
     * @param most at most so many
     */
    List<EvidenceRow> first(String figure, @Nullable LocalDate from, int most);

    /** The greatest day of a figure's rows, null when none has a day. */
    @Nullable
    LocalDate newestDay(String figure);
}
