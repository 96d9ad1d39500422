package io.outlay.aggregate.ledger;

import io.outlay.contracts.CommitmentEvidence;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article's sentence for a figure: a row of the {@code evidence} store.
 *
 * @param statedPayer the payer under which the article claims it
 * @param bands near-duplicate bands of the article's text
 */
public record EvidenceRow(
        String payer, String figure, String statedPayer, CommitmentEvidence evidence, List<String> bands) {

    /** By (day, article), rows without a day last: the order in which a commitment shows its evidence, and of {@link #key}. */
    public static final Comparator<EvidenceRow> ORDER = Comparator.comparing(EvidenceRow::keyDay)
            .thenComparing(row -> row.evidence().articleId() + "|" + row.statedPayer());

    private static final String NO_DAY = "9999-99-99";

    public EvidenceRow {
        bands = bands == null ? List.of() : List.copyOf(bands);
    }

    /** The day on which the article came out; that of the announcement when the article has none; else null. */
    public @Nullable LocalDate day() {
        return evidence.day();
    }

    /** {@code payer|figure|day|article|stated payer}; a scan over {@code payer|figure|} gives the rows in {@link #ORDER}. */
    public String key() {
        return prefix(payer, figure) + keyDay() + "|" + evidence.articleId() + "|" + statedPayer;
    }

    /** What the keys of a figure's rows begin with. */
    public static String prefix(String payer, String figure) {
        return payer + "|" + figure + "|";
    }

    private String keyDay() {
        LocalDate day = evidence.day();
        return day == null ? NO_DAY : day.toString();
    }
}
