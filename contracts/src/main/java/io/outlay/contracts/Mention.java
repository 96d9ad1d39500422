package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
            Check.text(country, "country");
        }
    }

    record Country(int start, int end, String text, String country) implements Mention {
        public Country {
            Check.required(text, "text");
            Check.text(country, "country");
        }
    }

    /**
     * @param ambiguousCurrency whether the currency is a guess ({@code $} with nothing that tells which dollar)
     * @param per the unit of a rate, null for a plain amount
     */
    record Money(
            int start,
            int end,
            String text,
            long low,
            long headline,
            long high,
            String currency,
            @JsonProperty("ambiguousCurrency") boolean ambiguousCurrency,
            Qualifier qualifier,
            @Nullable RateUnit per,
            MoneyRole role)
            implements Mention {
        public Money {
            Check.required(text, "text");
            Check.text(currency, "currency");
            Check.required(qualifier, "qualifier");
            Check.required(role, "role");
        }

        public Amount amount() {
            return new Amount(low, headline, high, currency, qualifier, per);
        }
    }
}
