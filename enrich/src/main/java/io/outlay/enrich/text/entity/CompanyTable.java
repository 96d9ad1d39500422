package io.outlay.enrich.text.entity;

import io.outlay.contracts.Countries;
import io.outlay.contracts.Country;
import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Ids;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everyone who may pay or supply, from {@code companies.csv} (its header explains the columns), and all governments. */
public final class CompanyTable {
    private final Map<String, Company> byId;
    private final List<Company> consortia;

    private CompanyTable(Map<String, Company> byId) {
        this.byId = byId;
        this.consortia = byId.values().stream()
                .filter(company -> company.kind() == EntityKind.CONSORTIUM)
                .toList();
    }

    /** The table that ships with the project. */
    public static CompanyTable standard() {
        return new CompanyTable(governments()).plus(CsvTable.resource(CompanyTable.class, "companies.csv"));
    }

    /**
     * This table and the rows of another in the same form; a row whose id is there already replaces it.
     *
     * @throws IllegalArgumentException naming the table, the line and what to do
     */
    public CompanyTable plus(String name, Reader table) throws IOException {
        return plus(CsvTable.read(name, table));
    }

    private CompanyTable plus(CsvTable table) {
        var all = new LinkedHashMap<>(byId);
        var lines = new LinkedHashMap<String, CsvTable.Row>();
        for (CsvTable.Row row : table.rows()) {
            Company company = company(row);
            CsvTable.Row earlier = lines.put(company.id(), row);
            if (earlier != null) {
                throw row.error(
                        "id " + company.id() + " stands in line " + earlier.line() + " too; merge the two rows");
            }
            all.put(company.id(), company);
        }
        lines.forEach((id, row) -> checkReferences(all, id, row));
        return new CompanyTable(all);
    }

    public Collection<Company> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** The consortia among {@link #all}, in the same order. */
    public List<Company> consortia() {
        return consortia;
    }

    public @Nullable Company find(String id) {
        return byId.get(id);
    }

    /** The row at the end of the chain of parents: who pays for this company. */
    public Company payerOf(Company company) {
        Company payer = company;
        while (payer.parent() != null) {
            Company parent = byId.get(payer.parent());
            if (parent == null) {
                break;
            }
            payer = parent;
        }
        return payer;
    }

    /** The payer {@code Government of …} of a country. */
    public Company governmentOf(String countryCode) {
        Company government = byId.get(governmentId(Countries.standard().nameOf(countryCode)));
        if (government == null) {
            throw new IllegalArgumentException(countryCode + " is no country of countries.csv");
        }
        return government;
    }

    private static Map<String, Company> governments() {
        var governments = new LinkedHashMap<String, Company>();
        for (Country country : Countries.standard().all()) {
            String id = governmentId(country.name());
            governments.put(id, Company.government(id, "Government of " + withArticle(country.name()), country.code()));
        }
        return governments;
    }

    private static String governmentId(String countryName) {
        return "government-of-" + Slugs.of(countryName);
    }

    private static String withArticle(String country) {
        return country.startsWith("United")
                        || country.endsWith("Republic")
                        || country.equals("Netherlands")
                        || country.equals("Philippines")
                ? "the " + country
                : country;
    }

    private static Company company(CsvTable.Row row) {
        String id = row.need("id");
        String name = row.need("name");
        if (!Ids.isId(id)) {
            throw row.error("id '" + id + "' must match [a-z0-9.-]+; write it in lower case with dashes");
        }
        String country = row.need("country");
        if (!country.equals("*")
                && !country.equals("EU")
                && !Countries.standard().isCode(country)) {
            throw row.error(
                    "country '" + country + "' of " + id + " is no ISO code of countries.csv; correct it or write *");
        }
        String kindWord = row.get("kind").isEmpty() ? "company" : row.get("kind");
        EntityKind kind = EntityKind.of(kindWord);
        if (kind == null) {
            throw row.error("kind '" + kindWord + "' of " + id
                    + " must be company, government, consortium, programme, fund or media");
        }
        return new Company(
                id,
                name,
                country,
                kind,
                row.get("parent").isEmpty() ? null : row.get("parent"),
                fiscalYearEnd(row),
                row.list("members"),
                row.list("tickers"),
                aliases(name, row.list("aliases")),
                Context.parse(row.list("context")),
                true);
    }

    /** The name itself is an alias unless the list writes it with a notation of its own. */
    static List<Alias> aliases(String name, List<String> notations) {
        var aliases = new ArrayList<Alias>();
        for (String notation : notations) {
            aliases.add(Alias.parse(notation));
        }
        if (aliases.stream().noneMatch(a -> a.text().equals(name))) {
            aliases.add(0, Alias.parse(name));
        }
        return List.copyOf(aliases);
    }

    private static MonthDay fiscalYearEnd(CsvTable.Row row) {
        String cell = row.get("fiscal");
        if (cell.isEmpty()) {
            return Company.CALENDAR_YEAR_END;
        }
        try {
            return MonthDay.parse("--" + cell);
        } catch (DateTimeException e) {
            throw row.error("fiscal year end '" + cell + "' must be MM-DD, such as 06-30");
        }
    }

    private static void checkReferences(Map<String, Company> all, String id, CsvTable.Row row) {
        Company company = all.get(id);
        for (String member : company == null ? List.<String>of() : company.members()) {
            if (!all.containsKey(member)) {
                throw row.error("member '" + member + "' of " + id + " is no id of the table; add its row");
            }
        }
        int steps = 0;
        while (company != null && company.parent() != null) {
            Company parent = all.get(company.parent());
            if (parent == null) {
                throw row.error(
                        "parent '" + company.parent() + "' of " + company.id() + " is no id of the table; add its row");
            }
            if (++steps > 10) {
                throw row.error("the parents of " + id + " go round in a ring; break it");
            }
            company = parent;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "CompanyTable of %d rows", byId.size());
    }
}
