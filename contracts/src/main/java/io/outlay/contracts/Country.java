package io.outlay.contracts;

/**
 * A country or territory.
 *
 * @param code ISO 3166-1 alpha-2, {@code XK} for Kosovo
 * @param name its plain English name
 * @param fips the FIPS 10-4 code that older data sets use, empty where it has none
 * @param numeric the ISO 3166-1 numeric code that map files use, empty where it has none
 */
public record Country(String code, String name, String fips, String numeric) {
    public Country {
        Check.text(code, "code");
        Check.text(name, "name");
        if (!code.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("field 'code' must be two capital letters, not '" + code + "'");
        }
    }
}
