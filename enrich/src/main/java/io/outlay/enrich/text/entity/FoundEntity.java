package io.outlay.enrich.text.entity;

import org.jspecify.annotations.Nullable;

/**
 * A name found in a text: a company or another payer, a place, or both at once ({@code the UK government} is a payer and
 * names a country; {@code Stargate UAE} too).
 *
 * @param start UTF-16 offset of the first unit
 * @param end UTF-16 offset after the last unit
 * @param company the row that the words name; its payer may be another, see {@code payer}
 * @param payer the row that pays for {@code company}: the end of its chain of parents, itself if it has none
 */
public record FoundEntity(
        int start, int end, @Nullable Company company, @Nullable Company payer, @Nullable Place place) {
    public FoundEntity {
        if ((company == null) != (payer == null) || (company == null && place == null)) {
            throw new IllegalArgumentException("a found entity has a company with its payer, or a place, or both");
        }
    }

    static FoundEntity of(int start, int end, Place place) {
        return new FoundEntity(start, end, null, null, place);
    }

    static FoundEntity of(int start, int end, Company company, Company payer) {
        return new FoundEntity(start, end, company, payer, null);
    }

    /** Whether it is a mention of a company or a fund; governments, programmes and consortia may pay, and are no companies. */
    public boolean isCompany() {
        return company != null
                && payer != null
                && (payer.kind() == EntityKind.COMPANY || payer.kind() == EntityKind.FUND)
                && (company.kind() == EntityKind.COMPANY || company.kind() == EntityKind.FUND);
    }

    /** ISO code of the country that the words name, null when they name none (or only a region of several). */
    public @Nullable String country() {
        return place == null || place.country().equals("*") ? null : place.country();
    }
}
