package io.outlay.enrich.text;

import io.outlay.contracts.Ids;
import io.outlay.enrich.text.claim.ClaimReader;
import io.outlay.enrich.text.entity.CompanyTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which rules and tables made a result: a hash of the rules' names and of all tables, the same for the same build and tables. */
final class RulesVersion {
    /** The tables that reading depends on, the company table aside: users may add rows to that one. */
    private static final List<String> TABLES = List.of(
            "cues.csv",
            "roles.csv",
            "weights.csv",
            "payer-weights.csv",
            "suppliers.csv",
            "places.csv",
            "countries.csv",
            "currencies.csv",
            "numerals.csv",
            "scales.csv",
            "amount-words.csv");

    private RulesVersion() {}

    static String of(CompanyTable companies) {
        List<String> parts = new ArrayList<>(ClaimReader.ruleNames());
        for (String table : TABLES) {
            parts.add(text(table));
        }
        companies.all().forEach(company -> parts.add(company.toString()));
        return Ids.hash(parts.toArray(new String[0]));
    }

    private static String text(String table) {
        try (InputStream in = RulesVersion.class.getResourceAsStream("/" + table)) {
            if (in == null) {
                throw new IllegalStateException("resource " + table + " is missing from the jar; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }
}
