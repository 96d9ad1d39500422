package io.outlay.contracts;

import org.jspecify.annotations.Nullable;

/** The id of a figure: one distinct thing that claims state, whenever and by whomever they state it. */
public final class Figures {
    private Figures() {}

    /** A hash of the parts that make two claims the same figure; days, status and wording are not among them. */
    public static String id(
            String payerId,
            Measure measure,
            @Nullable Period period,
            @Nullable String destination,
            @Nullable Counterparty counterparty,
            @Nullable String site,
            Amount amount) {
        return Ids.hash(
                payerId,
                measure.name(),
                period == null ? "" : period.key(),
                destination == null ? "" : destination,
                counterparty == null ? "" : counterparty.id(),
                site == null ? "" : site,
                amount.low() + "/" + amount.headline() + "/" + amount.high(),
                amount.currency(),
                amount.per() == null ? "" : amount.per().name());
    }
}
