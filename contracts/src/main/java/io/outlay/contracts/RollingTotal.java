package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rolling total of one entity, measure and window: the flat value of {@code spend-by-company} and {@code spend-by-country}.
 *
 * @param type always {@code total}
 * @param dimension whether it is of a company or of a country
 * @param entity a payer's id, or a country's ISO code
 * @param name of the payer, or of the country in English
 * @param country of a company its headquarters, of a country itself
 * @param basis null for companies
 * @param measure what kind of money it is
 * @param window how many days back it reaches
 * @param asOf the day on which the value last changed
 * @param validThrough the last day for which all fields hold without news; null when nothing will change
 * @param lowUsd in a trailing window the three are net changes of the stock's three, not a band
 * @param headlineUsd whole US dollars
 * @param highUsd whole US dollars
 * @param addedUsd the sum of positive headline postings in the window
 * @param removedUsd the sum of negative ones, ≤ 0
 * @param previousHeadlineUsd the headline sum over the window before
 * @param commitments how many lines have a posting in the window
 * @param cause that of the latest posting in the window, {@code expiry} if none
 */
public record RollingTotal(
        String type,
        Dimension dimension,
        String entity,
        String name,
        String country,
        @Nullable Basis basis,
        Measure measure,
        RollingWindow window,
        LocalDate asOf,
        @Nullable LocalDate validThrough,
        long lowUsd,
        long headlineUsd,
        long highUsd,
        long addedUsd,
        long removedUsd,
        long previousHeadlineUsd,
        int commitments,
        String cause) {
    public static final String TYPE = "total";

    public enum Dimension {
        @JsonProperty("company")
        COMPANY,
        @JsonProperty("country")
        COUNTRY
    }

    /** Which country of a commitment is meant. */
    public enum Basis {
        HEADQUARTERS,
        DESTINATION
    }

    public RollingTotal {
        Check.constant(type, TYPE, "type");
        Check.required(dimension, "dimension");
        Check.text(entity, "entity");
        Check.text(name, "name");
        Check.countries(country, "country");
        Check.required(measure, "measure");
        Check.required(window, "window");
        Check.required(asOf, "asOf");
        Check.text(cause, "cause");
        Check.count(commitments, "commitments");
        if (addedUsd < 0 || removedUsd > 0) {
            throw new IllegalArgumentException(
                    "addedUsd ≥ 0 ≥ removedUsd must hold, not " + addedUsd + " and " + removedUsd);
        }
        if ((dimension == Dimension.COUNTRY) != (basis != null)) {
            throw new IllegalArgumentException("field 'basis' must stand for countries, and only for them");
        }
    }

    public String key() {
        String middle = basis == null ? "" : basis + "|";
        return entity + "|" + middle + measure + "|" + window.label();
    }
}
