package io.outlay.enrich.text.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outlay.contracts.CsvTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Compares the headquarters in {@code companies.csv} with a folder of public lists, given by {@code -Doutlay.companies=DIR}:
 * {@code equities-hq.csv} (columns symbol, name, country in English) and {@code sp500.csv} (Symbol, Security, Headquarters
 * Location). A row agrees when the list has its name, or its ticker under a name that begins with the same word, in the same
 * country. Where we know better, {@code entities/headquarters-explained.csv} says why.
 */
class HeadquartersTest {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Czechia", "CZ"),
            Map.entry("Macao", "MO"),
            Map.entry("Russian Federation", "RU"),
            Map.entry("Korea", "KR"),
            Map.entry("Türkiye", "TR"));

    @Test
    void agreesWithPublicListsOfListedCompanies() throws IOException {
        String folder = System.getProperty("outlay.companies");
        assumeTrue(
                folder != null,
                "HeadquartersTest was not run: give -Doutlay.companies=DIR, a folder with equities-hq.csv");
        Map<String, Set<String>> byName = new HashMap<>();
        Map<String, Set<String>> byTicker = new HashMap<>();
        readEquities(Path.of(folder, "equities-hq.csv"), byName, byTicker);
        readSp500(Path.of(folder, "sp500.csv"), byName, byTicker);

        int agree = 0;
        int unknown = 0;
        var disagree = new TreeMap<String, String>();
        for (Company company : CompanyTable.standard().all()) {
            if (company.kind() != EntityKind.COMPANY) {
                continue;
            }
            Set<String> theirs = countriesOf(company, byName, byTicker);
            if (theirs.isEmpty()) {
                unknown++;
            } else if (theirs.contains(company.country())) {
                agree++;
            } else {
                disagree.put(company.id(), company.name() + ": ours " + company.country() + ", theirs " + theirs);
            }
        }
        Map<String, String> explained = explained();
        int differ = disagree.size();
        disagree.forEach((id, line) -> System.out.println(id + " | " + line + " | " + explained.getOrDefault(id, "")));
        System.out.printf(
                "headquarters: %d agree, %d disagree (%d of them explained), %d not in the lists%n",
                agree,
                differ,
                explained.keySet().stream().filter(disagree::containsKey).count(),
                unknown);
        disagree.keySet().removeAll(explained.keySet());
        assertEquals(Map.of(), disagree);
        assertTrue(agree > 500, "too few rows were found in the lists: " + agree);
    }

    private static Set<String> countriesOf(
            Company company, Map<String, Set<String>> byName, Map<String, Set<String>> byTicker) {
        var countries = new HashSet<String>();
        var names = new ArrayList<String>(List.of(company.name()));
        company.aliases().stream()
                .filter(alias ->
                        alias.trust() == Alias.Trust.SURE && alias.text().length() > 4)
                .forEach(alias -> names.add(alias.text()));
        for (String name : names) {
            countries.addAll(byName.getOrDefault(plain(name), Set.of()));
        }
        if (countries.isEmpty()) {
            for (String ticker : company.tickers()) {
                countries.addAll(byTicker.getOrDefault(ticker + " " + firstWord(company.name()), Set.of()));
            }
        }
        return countries;
    }

    private static void readEquities(Path file, Map<String, Set<String>> byName, Map<String, Set<String>> byTicker)
            throws IOException {
        for (CsvTable.Row row : table(file)) {
            add(
                    row.get("symbol").replaceAll("\\..*", ""),
                    row.get("name"),
                    codeOf(row.get("country")),
                    byName,
                    byTicker);
        }
    }

    private static void readSp500(Path file, Map<String, Set<String>> byName, Map<String, Set<String>> byTicker)
            throws IOException {
        for (CsvTable.Row row : table(file)) {
            String place = row.get("Headquarters Location");
            String country = codeOf(place.substring(place.lastIndexOf(',') + 1).strip());
            add(row.get("Symbol"), row.get("Security"), country.isEmpty() ? "US" : country, byName, byTicker);
        }
    }

    private static void add(
            String ticker,
            String name,
            String country,
            Map<String, Set<String>> byName,
            Map<String, Set<String>> byTicker) {
        if (!country.isEmpty()) {
            byName.computeIfAbsent(plain(name), n -> new HashSet<>()).add(country);
            byTicker.computeIfAbsent(ticker + " " + firstWord(name), n -> new HashSet<>())
                    .add(country);
        }
    }

    private static final Map<String, String> NAMED = new HashMap<>();

    private static String codeOf(String name) {
        if (NAMED.isEmpty()) {
            for (Place place : PlaceTable.standard().all()) {
                if (place.kind() == Place.Kind.COUNTRY) {
                    NAMED.put(place.name(), place.country());
                }
            }
            NAMED.putAll(CODES);
        }
        return name.equals("Georgia") ? "" : NAMED.getOrDefault(name, "");
    }

    private static String firstWord(String name) {
        return plain(name).split(" ")[0];
    }

    private static String plain(String name) {
        return Slugs.of(name.replaceAll(
                        "(?i)\\b(inc|incorporated|corp|corporation|co|company|ltd|limited|plc|ag|se|sa|s\\.a\\.?|n\\.v\\.?|nv|ab|asa|"
                                + "spa|s\\.p\\.a\\.?|oyj|group|holdings?|the|class [a-c]|adr|ord|publ|kgaa|gmbh|llc|lp|tbk|bhd|berhad|pjsc)\\b\\.?",
                        " "))
                .replace('-', ' ')
                .replace(".", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static List<CsvTable.Row> table(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return CsvTable.read(file.getFileName().toString(), reader).rows();
        }
    }

    private static Map<String, String> explained() {
        var reasons = new TreeMap<String, String>();
        CsvTable.resource(HeadquartersTest.class, "entities/headquarters-explained.csv")
                .rows()
                .forEach(row -> reasons.put(row.need("id"), row.need("reason")));
        return reasons;
    }
}
