package io.outlay.enrich.text.claim;

import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.enrich.text.entity.Company;
import java.util.List;
import java.util.stream.Collectors;

/** Payers of claims: one company, or several that act as one. */
final class Payers {
    private Payers() {}

    /** Several parties are one consortium: ids sorted and joined, the country if all agree. */
    static Payer of(List<Company> parties) {
        Company first = parties.get(0);
        if (parties.size() == 1) {
            return new Payer(
                    first.id(), first.name(), first.country(), first.kind().payerKind(), first.members());
        }
        List<String> ids = parties.stream().map(Company::id).sorted().toList();
        boolean agree = parties.stream().allMatch(party -> party.country().equals(first.country()));
        return new Payer(
                String.join(".", ids),
                parties.stream().map(Company::name).collect(Collectors.joining(", ")),
                agree ? first.country() : "*",
                PayerKind.CONSORTIUM,
                ids);
    }
}
