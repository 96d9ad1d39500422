package io.outlay.aggregate.ledger;

import io.outlay.contracts.CommitmentEvidence;
import io.outlay.contracts.Json;
import java.nio.charset.StandardCharsets;
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

    static final char AFTER_HEAD = '\n';

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
        return prefix(payer, figure) + rank();
    }

    /** {@code day|article|stated payer}: its place among the rows of its figure. */
    String rank() {
        return keyDay() + "|" + evidence.articleId() + "|" + statedPayer;
    }

    /** What stands in the store: {@link Source#head} in a line of its own, then all but the bands as JSON. */
    public String text() {
        EvidenceRow bare = new EvidenceRow(payer, figure, statedPayer, evidence, List.of());
        return Source.head(this) + AFTER_HEAD + Json.string(bare);
    }

    /** The row without its bands; with them, where it was written as JSON alone, as release 0.1.0 did. */
    public static EvidenceRow ofText(String text) {
        String json = text.substring(text.indexOf(AFTER_HEAD) + 1);
        return Json.read(json.getBytes(StandardCharsets.UTF_8), EvidenceRow.class);
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
