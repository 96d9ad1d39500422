package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {
    private static final String HEADER = "code,minor,country,languages,name,signs,noun,adjectives,words\n";
    private static final String NOUNS = "noun,forms\ndollar,dollar;dollars\n";

    @Test
    void knowsTheMoneyOfMostOfTheWorld() {
        assertTrue(Currencies.standard().all().size() >= 100);
        assertEquals("CNY", Currencies.standard().ofCountry("CN").orElseThrow().code());
        assertEquals(0, Currencies.standard().find("JPY").orElseThrow().minorDigits());
    }

    @Test
    void everyCountryOfACurrencyIsOne() {
        for (Currency currency : Currencies.standard().all()) {
            assertTrue(
                    currency.country().equals("EU") || Countries.standard().isCode(currency.country()),
                    currency::toString);
        }
    }

    @Test
    void theDollarSignMeansTheAmericanOneFirst() {
        List<String> dollars = Currencies.standard().all().stream()
                .filter(currency -> currency.signs().contains("$"))
                .map(Currency::code)
                .toList();
        assertEquals("USD", dollars.get(0));
        assertTrue(dollars.containsAll(List.of("CAD", "AUD", "HKD", "SGD", "TWD")), dollars::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XXY,2,US,,Test,$,dollar,,\\nXXY,2,US,,Test,$,dollar,, | currencies.csv:3: the currency XXY stands here a second time",
                "xxy,2,US,,Test,$,dollar,, | currencies.csv:2: column 'code' must be three capital letters, not 'xxy'",
                "XXY,9,US,,Test,$,dollar,, | currencies.csv:2: column 'minor' must be a digit from 0 to 4, not '9'",
                "XXY,2,US,,Test,$,thaler,, | currencies.csv:2: the noun 'thaler' is not in the table of nouns",
                "XXY,2,,,Test,$,dollar,, | currencies.csv:2: column 'country' is empty"
            })
    void namesFileAndLineOfAFault(String rows, String message) {
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> read(HEADER + rows.replace("\\n", "\n") + "\n", NOUNS));
        assertTrue(thrown.getMessage().startsWith(message), thrown::getMessage);
    }

    private static Currencies read(String currencies, String nouns) throws IOException {
        return Currencies.read(
                CsvTable.read("currencies.csv", new StringReader(currencies)).rows(),
                CsvTable.read("currency-nouns.csv", new StringReader(nouns)).rows());
    }
}
