package io.outlay.contracts;

import java.util.List;

/**
 * Who will spend.
 *
 * @param id lasts, whatever the name becomes
 * @param name as it is commonly written
 * @param country ISO code of the headquarters, several joined by {@code ;}, {@code *} unknown
 * @param kind what kind of body it is
 * @param members payer ids of a consortium's members, sorted; empty for all others
 */
public record Payer(String id, String name, String country, PayerKind kind, List<String> members) {
    public Payer {
        Check.id(id, "payer.id");
        Check.text(name, "payer.name");
        Check.countries(country, "payer.country");
        Check.required(kind, "payer.kind");
        members = members == null ? List.of() : List.copyOf(members);
    }
}
