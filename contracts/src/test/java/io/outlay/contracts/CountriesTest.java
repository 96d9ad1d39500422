package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountriesTest {
    private static final Countries COUNTRIES = Countries.standard();

    @Test
    void hasEveryCodeThatThePlatformKnows() {
        for (String code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
            // AN was dissolved in 2010, though some platforms still carry it.
            assertTrue(COUNTRIES.isCode(code) || code.equals("AN"), code);
        }
    }

    @Test
    void numericCodesAreThreeDigitsAndStandOnce() {
        Set<String> seen = new HashSet<>();
        for (Country country : COUNTRIES.all()) {
            if (!country.numeric().isEmpty()) {
                assertTrue(country.numeric().matches("\\d{3}"), country.code());
                assertTrue(seen.add(country.numeric()), country.code());
            }
        }
    }

    @Test
    void fipsIsNotIso() {
        assertEquals("DE", code(COUNTRIES.findByFips("GM")));
        assertEquals("CN", code(COUNTRIES.findByFips("CH")));
        assertEquals("AU", code(COUNTRIES.findByFips("AS")));
        assertNull(COUNTRIES.findByFips("ZZ"));
    }

    @Test
    void namesAreReadableForAnyCountryField() {
        assertEquals("South Korea", COUNTRIES.nameOf("KR"));
        assertEquals("*", COUNTRIES.nameOf("*"));
        assertEquals("SA;US", COUNTRIES.nameOf("SA;US"));
        assertFalse(COUNTRIES.isCode("EU"));
    }

    private static String code(Country country) {
        assertNotNull(country);
        return country.code();
    }
}
