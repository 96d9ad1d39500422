package io.outlay.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What one sentence says about money to be spent.
 *
 * @param amount what will be spent
 * @param usdPrinted the dollar conversion that the text prints beside a foreign amount, in whole dollars; a hint, never the value
 * @param destination ISO code of the country where the money goes, several joined by {@code ;}, null when not stated
 * @param site id of a place within the destination, from the places table
 * @param previous the figure that this one replaces, where the text prints it
 * @param partOf the larger amount that this one is a part of, where the text prints it
 * @param announcedOn null when neither the text nor the article has a day: such a claim posts nothing
 * @param confidence 0 to 1
 * @param figure the id of the figure that this claim states, see {@link Figures#id}
 */
public record Claim(
        Payer payer,
        Measure measure,
        Amount amount,
        @Nullable Long usdPrinted,
        @Nullable Period period,
        @Nullable String destination,
        @Nullable String site,
        @Nullable Counterparty counterparty,
        Status status,
        Change change,
        @Nullable Amount previous,
        @Nullable Amount partOf,
        @Nullable AnnouncedOn announcedOn,
        double confidence,
        String figure,
        ClaimEvidence evidence) {
    public Claim {
        Check.required(payer, "payer");
        Check.required(measure, "measure");
        Check.required(amount, "amount");
        if (usdPrinted != null) {
            Check.amount(usdPrinted, "usdPrinted");
        }
        Check.countriesOrNull(destination, "destination");
        Check.idOrNull(site, "site");
        Check.required(status, "status");
        Check.required(change, "change");
        Check.id(figure, "figure");
        Check.required(evidence, "evidence");
        if (measure == Measure.ANNOUNCED) {
            throw new IllegalArgumentException("field 'measure': ANNOUNCED is derived, no claim states it");
        }
        Check.confidence(confidence);
    }
}
