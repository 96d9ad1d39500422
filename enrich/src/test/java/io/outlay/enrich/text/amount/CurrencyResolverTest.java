package io.outlay.enrich.text.amount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.outlay.contracts.Currencies;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyResolverTest {
    private static final CurrencyResolver RESOLVER = new CurrencyResolver(Currencies.standard());

    private static FoundAmount amount(String text, AmountHints hints) {
        return AmountScanner.standard().scan(text, hints).get(0);
    }

    @ParameterizedTest(name = "{0} in a source of {2} about {3} is {4}")
    @CsvSource({
        // text, language, country of the source, countries of payer and destination, currency, guess
        "$5 billion, en, CA, CA, CAD, false",
        "$5 billion, en, CA, US, USD, false",
        "$5 billion, en, AU, AU, AUD, false",
        "$5 billion, en, US, CA, USD, true",
        "$5 billion, en, , US, USD, false",
        "$5 billion, en, , SG, USD, true",
        "$5 billion, en, CA, FR, USD, true",
        "US$5 billion, en, CA, CA, USD, false",
        "C$5 billion, en, US, US, CAD, false",
        "¥5 billion, en, , CN, CNY, true",
        "¥5 billion, en, , JP, JPY, false",
        "¥5 billion, en, CN, CN, CNY, false",
        "¥50, zh, , US, CNY, false",
        "5 billion kroner, en, , DK, DKK, true",
        "5 billion kroner, en, NO, NO, NOK, false",
        "5 miljarder kronor, sv, , US, SEK, false",
        "Rs 500 crore, en, PK, PK, PKR, false",
        "Rs 500 crore, en, , US, INR, true",
        "5 billion pesos, en, , CL, CLP, true",
        "5 billion pounds, en, GB, GB, GBP, false",
    })
    void decides(String text, String language, String source, String country, String currency, boolean guess) {
        AmountHints hints = new AmountHints(language, source);
        FoundAmount resolved = RESOLVER.resolve(amount(text, hints), hints, Set.of(country));
        assertEquals(currency, resolved.currency());
        assertEquals(guess, resolved.ambiguousCurrency());
    }

    @Test
    void leavesAnExplicitCurrencyAlone() {
        FoundAmount euros = amount("€5 billion", AmountHints.none());
        assertSame(
                euros,
                RESOLVER.resolve(List.of(euros), AmountHints.none(), Set.of("US"))
                        .get(0));
    }
}
