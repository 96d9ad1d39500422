package io.outlay.aggregate.rolling;

import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingTotal.Dimension;
import io.outlay.contracts.RollingWindow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of totals: an entity and a measure, whose five windows share their postings.
 *
 * @param entity a payer's id or a country code; several countries joined by {@code ;} are one entity, as printed, and never split
 * @param basis null for companies
 */
public record Series(Dimension dimension, String entity, @Nullable Basis basis, Measure measure) {

    /**
     * The series that a posting counts in: its payer, the payer's country and the destination. ANNOUNCED has no destination, and
     * measures that stand in no total have no series.
     */
    public static List<Series> of(Posting posting) {
        Measure measure = posting.measure();
        if (!measure.hasTotals()) {
            return List.of();
        }
        List<Series> series = new ArrayList<>(3);
        series.add(new Series(Dimension.COMPANY, posting.payer(), null, measure));
        series.add(new Series(Dimension.COUNTRY, posting.payerCountry(), Basis.HEADQUARTERS, measure));
        if (measure != Measure.ANNOUNCED) {
            series.add(new Series(Dimension.COUNTRY, posting.destination(), Basis.DESTINATION, measure));
        }
        return series;
    }

    /** {@code meta|GUIDANCE} or {@code US|HEADQUARTERS|GUIDANCE}: the key of its totals, without the window. */
    public String key() {
        return basis == null ? entity + "|" + measure : entity + "|" + basis + "|" + measure;
    }

    /** The key of its total over a window, the same as the total's own. */
    public String key(RollingWindow window) {
        return key() + "|" + window.label();
    }

    /** The series with that {@link #key()}. */
    public static Series ofKey(String key) {
        String[] parts = key.split("\\|", -1);
        return switch (parts.length) {
            case 2 -> new Series(Dimension.COMPANY, parts[0], null, Measure.valueOf(parts[1]));
            case 3 -> new Series(Dimension.COUNTRY, parts[0], Basis.valueOf(parts[1]), Measure.valueOf(parts[2]));
            default -> throw new IllegalArgumentException("not the key of a series of totals: " + key);
        };
    }
}
