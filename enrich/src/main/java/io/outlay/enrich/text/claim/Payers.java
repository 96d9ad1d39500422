package io.outlay.enrich.text.claim;

import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Payers of claims: one company, or several that act as one. */
final class Payers {
    private Payers() {}

    /** A consortium of the table that has all the parties as members, the smallest such; null when there is none. */
    static @Nullable Company consortiumOf(List<Company> parties, CompanyTable companies) {
        Company smallest = null;
        for (Company company : companies.consortia()) {
            if (parties.stream().allMatch(party -> company.members().contains(party.id()))
                    && (smallest == null
                            || company.members().size() < smallest.members().size())) {
                smallest = company;
            }
        }
        return smallest;
    }

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
