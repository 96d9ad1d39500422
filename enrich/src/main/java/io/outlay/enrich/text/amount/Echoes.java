package io.outlay.enrich.text.amount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a bare sign by its echo: once an article has written {@code A$20 billion}, its {@code $20 billion} is the same money. */
public final class Echoes {
    private Echoes() {}

    /** The amounts in their order; those that repeat the number of a plain one have its currency. */
    public static List<FoundAmount> resolve(List<FoundAmount> amounts) {
        Map<BigDecimal, Set<String>> plain = new HashMap<>();
        for (FoundAmount amount : amounts) {
            if (!amount.ambiguousCurrency()) {
                plain.computeIfAbsent(amount.headline().stripTrailingZeros(), number -> new HashSet<>())
                        .add(amount.currency());
            }
        }
        List<FoundAmount> resolved = new ArrayList<>(amounts.size());
        for (FoundAmount amount : amounts) {
            resolved.add(amount.ambiguousCurrency() ? ofEcho(amount, plain) : amount);
        }
        return List.copyOf(resolved);
    }

    private static FoundAmount ofEcho(FoundAmount bare, Map<BigDecimal, Set<String>> plain) {
        String only = null;
        for (String currency : plain.getOrDefault(bare.headline().stripTrailingZeros(), Set.of())) {
            if (bare.candidates().contains(currency)) {
                if (only != null) {
                    return bare;
                }
                only = currency;
            }
        }
        return only == null ? bare : bare.withCurrency(only, false);
    }
}
