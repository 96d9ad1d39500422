package io.outlay.enrich.text.entity;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a written name may mean: a row of one of the tables under one of its aliases.
 *
 * @param payer the end of the company's chain of parents
 * @param place for a company: the place that its name holds ({@code Stargate UAE}), else null
 */
record Sense(Alias alias, @Nullable Company company, @Nullable Company payer, @Nullable Place place, Context context) {
    static Sense of(Alias alias, Place place) {
        return new Sense(alias, null, null, place, place.context());
    }

    boolean isPlace() {
        return company == null;
    }

    FoundEntity found(int start, int end) {
        return new FoundEntity(start, end, company, payer, place);
    }
}
