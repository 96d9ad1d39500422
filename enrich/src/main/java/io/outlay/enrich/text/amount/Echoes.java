package io.outlay.enrich.text.amount;

import java.util.ArrayList;
import java.util.List;

/** Reads a bare sign by its echo: once an article has written {@code A$20 billion}, its {@code $20 billion} is the same money. */
public final class Echoes {
    private Echoes() {}

    /** The amounts in their order; those that repeat the number of a plain one have its currency. */
    public static List<FoundAmount> resolve(List<FoundAmount> amounts) {
        List<FoundAmount> resolved = new ArrayList<>(amounts.size());
        for (FoundAmount amount : amounts) {
            resolved.add(amount.ambiguousCurrency() ? ofEcho(amount, amounts) : amount);
        }
        return List.copyOf(resolved);
    }

    private static FoundAmount ofEcho(FoundAmount bare, List<FoundAmount> amounts) {
        String currency = null;
        for (FoundAmount plain : amounts) {
            if (plain.ambiguousCurrency()
                    || !bare.candidates().contains(plain.currency())
                    || plain.headline().compareTo(bare.headline()) != 0) {
                continue;
            }
            if (currency != null && !currency.equals(plain.currency())) {
                return bare;
            }
            currency = plain.currency();
        }
        return currency == null ? bare : bare.withCurrency(currency, false);
    }
}
