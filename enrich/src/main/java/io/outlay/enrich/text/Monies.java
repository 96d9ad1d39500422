package io.outlay.enrich.text;

import io.outlay.contracts.Amount;
import io.outlay.enrich.text.amount.AmountLink;
import io.outlay.enrich.text.amount.AmountLinks;
import io.outlay.enrich.text.amount.FoundAmount;
import io.outlay.enrich.text.claim.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scanner's amounts as the claim rules read them: in whole units, each with the dollars printed beside it. */
public final class Monies {
    private Monies() {}

    public static List<Money> of(List<FoundAmount> found) {
        List<Money> monies = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            FoundAmount amount = found.get(i);
            Amount whole = AmountLinks.whole(found, i);
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
                    AmountLinks.usdPrinted(found, i),
                    isTakenIn(found, amount.link())));
        }
        return monies;
    }

    /** Whether an amount before it has taken it in: as its conversion, or as what it may become. */
    private static boolean isTakenIn(List<FoundAmount> found, @Nullable AmountLink link) {
        return link != null
                && (link.kind() == AmountLink.Kind.CONVERSION_OF
                        || !AmountLinks.whole(found, link.to())
                                .equals(found.get(link.to()).amount()));
    }
}
