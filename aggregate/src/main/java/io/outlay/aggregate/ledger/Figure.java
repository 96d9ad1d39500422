package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Counterparty;
import io.outlay.contracts.Figures;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Period;
import org.jspecify.annotations.Nullable;

/**
 * One distinct thing that claims state, whenever and by whomever they state it.
 *
 * @param id see {@link Figures#id}
 * @param period without the words that say so, which differ from text to text
 */
public record Figure(
        String id,
        String payer,
        Measure measure,
        Amount amount,
        @Nullable Period period,
        @Nullable String destination,
        @Nullable String site,
        @Nullable Counterparty counterparty) {

    public Figure {
        if (period != null && period.text() != null) {
            period = new Period(null, period.start(), period.end(), period.key());
        }
    }

    /** A figure with the id that its parts give. */
    public static Figure of(
            String payer,
            Measure measure,
            Amount amount,
            @Nullable Period period,
            @Nullable String destination,
            @Nullable String site,
            @Nullable Counterparty counterparty) {
        String id = Figures.id(payer, measure, period, destination, counterparty, site, amount);
        return new Figure(id, payer, measure, amount, period, destination, site, counterparty);
    }
}
