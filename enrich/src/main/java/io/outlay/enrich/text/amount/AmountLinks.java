package io.outlay.enrich.text.amount;

import io.outlay.contracts.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the links between the amounts of one text add up to. */
public final class AmountLinks {
    private AmountLinks() {}

    /** The dollars printed beside the amount at {@code index} as its conversion, in whole units; null if none are. */
    public static @Nullable Long usdPrinted(List<FoundAmount> amounts, int index) {
        FoundAmount conversion = later(amounts, index, AmountLink.Kind.CONVERSION_OF);
        return conversion == null || !conversion.currency().equals("USD")
                ? null
                : conversion.amount().headline();
    }

    /** The amount at {@code index} together with what it is to become: {@code x, rising to y} and {@code x firm, up to y} are x / y / y. */
    public static Amount whole(List<FoundAmount> amounts, int index) {
        Amount firm = amounts.get(index).amount();
        for (AmountLink.Kind kind : List.of(AmountLink.Kind.RISING_FROM, AmountLink.Kind.UP_TO_BEYOND)) {
            FoundAmount later = later(amounts, index, kind);
            if (later != null
                    && later.currency().equals(firm.currency())
                    && later.amount().high() >= firm.headline()) {
                long high = later.amount().high();
                return new Amount(firm.low(), high, high, firm.currency(), firm.qualifier(), firm.per());
            }
        }
        return firm;
    }

    private static @Nullable FoundAmount later(List<FoundAmount> amounts, int index, AmountLink.Kind kind) {
        for (int i = index + 1; i < amounts.size() && i <= index + 2; i++) {
            AmountLink link = amounts.get(i).link();
            if (link != null && link.to() == index && link.kind() == kind) {
                return amounts.get(i);
            }
        }
        return null;
    }
}
