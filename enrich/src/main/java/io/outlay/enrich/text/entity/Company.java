package io.outlay.enrich.text.entity;

import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code companies.csv}: whoever may pay, supply or be named beside those who do.
 *
 * @param country ISO code of the headquarters, {@code *} unknown
 * @param parent id of the row that pays for this one (a product, a brand, a division, a subsidiary without books of its own)
 * @param fiscalYearEnd last day of the fiscal year
 * @param members ids of a consortium's members
 * @param tickers stock exchange symbols without the exchange
 * @param listed false for a name that stands in no table and was read from the text
 */
public record Company(
        String id,
        String name,
        String country,
        EntityKind kind,
        @Nullable String parent,
        MonthDay fiscalYearEnd,
        List<String> members,
        List<String> tickers,
        List<Alias> aliases,
        Context context,
        boolean listed) {
    static final MonthDay CALENDAR_YEAR_END = MonthDay.of(12, 31);

    /** A government, as the payer {@code Government of Canada}. */
    static Company government(String id, String name, String country) {
        return new Company(
                id,
                name,
                country,
                EntityKind.GOVERNMENT,
                null,
                CALENDAR_YEAR_END,
                List.of(),
                List.of(),
                List.of(),
                Context.NONE,
                true);
    }

    /** @param country ISO code, {@code *} unknown */
    public static Company unlisted(String id, String name, String country) {
        return new Company(
                id,
                name,
                country,
                EntityKind.COMPANY,
                null,
                CALENDAR_YEAR_END,
                List.of(),
                List.of(),
                List.of(),
                Context.NONE,
                false);
    }
}
