package io.outlay.contracts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All currencies that are known, in the order of {@code currencies.csv}: of those that share a sign, the first is the default. */
public final class Currencies {
    private static final class Standard {
        private static final Currencies TABLE = read(
                CsvTable.resource(Currencies.class, "currencies.csv").rows(),
                CsvTable.resource(Currencies.class, "currency-nouns.csv").rows());
    }

    private final Map<String, Currency> byCode;
    private final Map<String, List<String>> nouns;

    private Currencies(Map<String, Currency> byCode, Map<String, List<String>> nouns) {
        this.byCode = byCode;
        this.nouns = nouns;
    }

    /** The table that ships with the project. */
    public static Currencies standard() {
        return Standard.TABLE;
    }

    /** @throws IllegalArgumentException naming file and line of a row that does not fit */
    public static Currencies read(List<CsvTable.Row> currencies, List<CsvTable.Row> nouns) {
        Map<String, List<String>> forms = new LinkedHashMap<>();
        for (CsvTable.Row row : nouns) {
            if (forms.put(row.need("noun"), row.list("forms")) != null) {
                throw row.error("the noun '" + row.get("noun") + "' stands here a second time");
            }
        }
        Map<String, Currency> byCode = new LinkedHashMap<>();
        for (CsvTable.Row row : currencies) {
            Currency currency = currency(row);
            if (!currency.noun().isEmpty() && !forms.containsKey(currency.noun())) {
                throw row.error("the noun '" + currency.noun() + "' is not in the table of nouns");
            }
            if (byCode.put(currency.code(), currency) != null) {
                throw row.error("the currency " + currency.code() + " stands here a second time");
            }
        }
        return new Currencies(byCode, forms);
    }

    private static Currency currency(CsvTable.Row row) {
        String code = row.need("code");
        if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw row.error("column 'code' must be three capital letters, not '" + code + "'");
        }
        return new Currency(
                code,
                minorDigits(row),
                row.need("country"),
                row.list("languages"),
                row.need("name"),
                row.list("signs"),
                row.get("noun"),
                row.list("adjectives"),
                row.list("words"));
    }

    private static int minorDigits(CsvTable.Row row) {
        String digits = row.need("minor");
        if (digits.length() != 1 || digits.charAt(0) < '0' || digits.charAt(0) > '4') {
            throw row.error("column 'minor' must be a digit from 0 to 4, not '" + digits + "'");
        }
        return digits.charAt(0) - '0';
    }

    public Collection<Currency> all() {
        return byCode.values();
    }

    public Optional<Currency> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The currency whose own money it is in the country; the first of the table if it has had several. */
    public Optional<Currency> ofCountry(String country) {
        return byCode.values().stream()
                .filter(currency -> currency.country().equals(country))
                .findFirst();
    }

    /** The words for a noun of {@code currency-nouns.csv} in all languages. */
    public List<String> formsOf(String noun) {
        return nouns.getOrDefault(noun, List.of());
    }
}
