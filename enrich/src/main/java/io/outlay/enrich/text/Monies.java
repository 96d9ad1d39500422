package io.outlay.enrich.text;

import io.outlay.contracts.Amount;
import io.outlay.enrich.text.amount.FoundAmount;
import io.outlay.enrich.text.claim.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scanner's amounts as the claim rules read them: in whole units, each with the dollars printed beside it. */
final class Monies {
    private Monies() {}

    static List<Money> of(List<FoundAmount> found) {
        List<Money> monies = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            FoundAmount amount = found.get(i);
            Amount whole = amount.amount();
            monies.add(new Money(
                    i,
                    amount.start(),
                    amount.end(),
                    whole.low(),
                    whole.headline(),
                    whole.high(),
                    whole.currency(),
                    amount.ambiguousCurrency(),
                    whole.qualifier(),
                    whole.per(),
                    usdPrinted(found, i),
                    amount.isConversion()));
        }
        return monies;
    }

    /** The dollar amount among the next two that says of itself to be the conversion of this one. */
    private static @Nullable Long usdPrinted(List<FoundAmount> found, int of) {
        for (int i = of + 1; i < Math.min(found.size(), of + 3); i++) {
            FoundAmount next = found.get(i);
            if (next.isConversion()
                    && next.link() != null
                    && next.link().to() == of
                    && next.currency().equals("USD")) {
                return next.amount().headline();
            }
        }
        return null;
    }
}
