package io.outlay.aggregate.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a payer's evidence is looked up: a range scan in the service, a map in the fold. */
public interface EvidenceBook {
    /** So many articles of a figure are compared; beyond them there are "at least" so many sources. */
    int COMPARED = 64;

    /** So many articles are shown behind a revision, fewer where a commitment has very many. */
    int SHOWN = 8;

    /**
     * The first {@link #SHOWN} rows of a figure in {@link EvidenceRow#ORDER}.
     *
     * @param from leaves out rows of earlier days; null for all
     */
    List<EvidenceRow> shown(String figure, @Nullable LocalDate from);

    /** Who stands behind the first {@link #COMPARED} rows of a figure, in the same order. */
    List<Source> sources(String figure);

    /** How many independent sources those are. */
    int independentSources(String figure);

    /** The greatest day of a figure's rows, null when none has a day. */
    @Nullable
    LocalDate newestDay(String figure);
}
