package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A company, a country or an amount of money found in an article. Offsets count code points of {@code body}, end exclusive. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Mention.Company.class, name = "company"),
    @JsonSubTypes.Type(value = Mention.Country.class, name = "country"),
    @JsonSubTypes.Type(value = Mention.Money.class, name = "money")
})
public sealed interface Mention {
    int start();

    int end();

    String text();

    /**
     * A company, by whatever name the text calls it.
     *
     * @param start first code point of the mention in the body
     * @param end the code point after its last
     * @param text the words themselves
     * @param id the company's payer id
     * @param name as it is commonly written
     * @param country ISO code of the headquarters, {@code *} unknown
     */
    record Company(int start, int end, String text, String id, String name, String country) implements Mention {
        public Company {
            Check.required(text, "text");
            Check.id(id, "id");
            Check.text(name, "name");
            Check.countries(country, "country");
            Check.span(start, end, text);
        }
    }

    /**
     * A country, by its name or by what is said of it.
     *
     * @param start first code point of the mention in the body
     * @param end the code point after its last
     * @param text the words themselves
     * @param country ISO code
     */
    record Country(int start, int end, String text, String country) implements Mention {
        public Country {
            Check.required(text, "text");
            Check.countries(country, "country");
            Check.span(start, end, text);
        }
    }

    /**
     * An amount of money, whatever it is.
     *
     * @param start first code point of the mention in the body
     * @param end the code point after its last
     * @param text the words themselves
     * @param low in units of {@code currency}, with the decimals that the text prints ({@code $1.04} a share); claims and all that
     *     follows from them are in whole units
     * @param headline in units of {@code currency}, low ≤ headline ≤ high
     * @param high in units of {@code currency}
     * @param currency ISO 4217 code
     * @param ambiguousCurrency whether the currency is a guess ({@code $} with nothing that tells which dollar)
     * @param qualifier how the text qualifies it
     * @param per the unit of a rate, null for a plain amount
     * @param role what the amount is in its sentence
     */
    record Money(
            int start,
            int end,
            String text,
            BigDecimal low,
            BigDecimal headline,
            BigDecimal high,
            String currency,
            @JsonProperty("ambiguousCurrency") boolean ambiguousCurrency,
            Qualifier qualifier,
            @Nullable RateUnit per,
            MoneyRole role)
            implements Mention {
        public Money {
            Check.required(text, "text");
            low = plain(Check.required(low, "low"));
            headline = plain(Check.required(headline, "headline"));
            high = plain(Check.required(high, "high"));
            Check.currency(currency, "currency");
            Check.required(qualifier, "qualifier");
            Check.required(role, "role");
            Check.span(start, end, text);
            if (low.signum() < 0 || low.compareTo(headline) > 0 || headline.compareTo(high) > 0) {
                throw new IllegalArgumentException(
                        "0 ≤ low ≤ headline ≤ high must hold, not " + low + ", " + headline + ", " + high);
            }
        }

        /** In whole units, half to even. */
        public Amount amount() {
            return new Amount(whole(low), whole(headline), whole(high), currency, qualifier, per);
        }

        /** One way to write a number: no exponent, no zeros at its end. */
        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        private static long whole(BigDecimal value) {
            return value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        }
    }
}
