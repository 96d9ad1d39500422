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

    /** @param country ISO code of the headquarters, {@code *} unknown */
    record Company(int start, int end, String text, String id, String name, String country) implements Mention {
        public Company {
            Check.required(text, "text");
            Check.id(id, "id");
            Check.text(name, "name");
            Check.countries(country, "country");
            Check.span(start, end, text);
        }
    }

    record Country(int start, int end, String text, String country) implements Mention {
        public Country {
            Check.required(text, "text");
            Check.countries(country, "country");
            Check.span(start, end, text);
        }
    }

    /**
     * @param low with the decimals that the text prints ({@code $1.04} a share); claims and all that follows from them are in whole
     *     units
     * @param ambiguousCurrency whether the currency is a guess ({@code $} with nothing that tells which dollar)
     * @param per the unit of a rate, null for a plain amount
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
            Check.currency(currency, "currency");
            Check.required(qualifier, "qualifier");
            Check.required(role, "role");
            Check.span(start, end, text);
        }

        /** In whole units, half to even. */
        public Amount amount() {
            return new Amount(whole(low), whole(headline), whole(high), currency, qualifier, per);
        }

        private static long whole(BigDecimal value) {
            return value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        }
    }
}
