package io.outlay.enrich.text.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code places.csv}.
 *
 * @param country ISO code; {@code EU} for the European Union, {@code *} for a region of several countries
 * @param parent id of the place that this one lies in
 */
public record Place(
        String id,
        String name,
        Kind kind,
        String country,
        @Nullable String parent,
        List<Alias> aliases,
        Context context) {
    /** From large to small. */
    public enum Kind {
        REGION,
        COUNTRY,
        STATE,
        CAPITAL,
        CITY
    }
}
