package io.outlay.local.scenario;

import io.outlay.enrich.text.entity.Alias;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.CompanyTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A scenario may call a company by another of its names than our table does. */
final class CompanyNames {
    private static final Map<String, String> OURS = ours();

    private CompanyNames() {}

    private static Map<String, String> ours() {
        CompanyTable table = CompanyTable.standard();
        Map<String, String> ours = new HashMap<>();
        for (Company company : table.all()) {
            String payer = table.payerOf(company).name();
            for (Alias alias : company.aliases()) {
                ours.putIfAbsent(key(alias.text()), payer);
            }
            ours.put(key(company.name()), payer);
        }
        return Map.copyOf(ours);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** As our table calls the payer; the name itself when it stands in no row. */
    static String asOurs(String name) {
        return OURS.getOrDefault(key(name), name);
    }
}
