package io.outlay.contracts;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All countries and territories of the world, from {@code countries.csv}. */
public final class Countries {
    private static final Countries STANDARD = load();

    private final Map<String, Country> byCode;
    private final Map<String, Country> byFips;

    private Countries(Map<String, Country> byCode, Map<String, Country> byFips) {
        this.byCode = byCode;
        this.byFips = byFips;
    }

    public static Countries standard() {
        return STANDARD;
    }

    /** In the order of their codes. */
    public Collection<Country> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    public boolean isCode(String code) {
        return byCode.containsKey(code);
    }

    /** @param code ISO 3166-1 alpha-2, in capitals */
    public @Nullable Country find(String code) {
        return byCode.get(code);
    }

    /** @param fips FIPS 10-4, in capitals: {@code GM} is Germany, {@code CH} is China */
    public @Nullable Country findByFips(String fips) {
        return byFips.get(fips);
    }

    /** The plain English name; the code itself when it is none of ours, so that {@code *} and {@code SA;US} stay readable. */
    public String nameOf(String code) {
        Country country = byCode.get(code);
        return country == null ? code : country.name();
    }

    private static Countries load() {
        var byCode = new LinkedHashMap<String, Country>();
        var byFips = new LinkedHashMap<String, Country>();
        for (CsvTable.Row row :
                CsvTable.resource(Countries.class, "countries.csv").rows()) {
            var country = new Country(row.need("code"), row.need("name"), row.get("fips"), row.get("numeric"));
            if (byCode.put(country.code(), country) != null) {
                throw row.error("country " + country.code() + " stands twice; remove one");
            }
            if (!country.fips().isEmpty() && byFips.put(country.fips(), country) != null) {
                throw row.error("FIPS code " + country.fips() + " stands twice; correct one");
            }
        }
        return new Countries(byCode, byFips);
    }
}
