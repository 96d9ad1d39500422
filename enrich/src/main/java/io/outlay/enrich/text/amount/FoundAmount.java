package io.outlay.enrich.text.amount;

import io.outlay.contracts.Amount;
import io.outlay.contracts.Mention;
import io.outlay.contracts.MoneyRole;
import io.outlay.contracts.Qualifier;
import io.outlay.contracts.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money that a text prints. Its span covers number, scale and currency, not the words that qualify it.
 *
 * @param start UTF-16 offset of the first unit
 * @param end UTF-16 offset after the last unit
 * @param low in units of the currency with the decimals that the text prints: low ≤ headline ≤ high
 * @param currency ISO 4217 code; the likeliest one where the text leaves several open
 * @param candidates all currencies that the sign or word may stand for, the default first; one if it is explicit
 * @param ambiguousCurrency whether {@code currency} is a guess
 * @param per the unit of a rate, null for a plain amount
 * @param link how it hangs on an earlier amount, null if it stands alone
 */
public record FoundAmount(
        int start,
        int end,
        BigDecimal low,
        BigDecimal headline,
        BigDecimal high,
        String currency,
        List<String> candidates,
        boolean ambiguousCurrency,
        Qualifier qualifier,
        @Nullable RateUnit per,
        @Nullable AmountLink link) {

    /** The amount as claims carry it, in whole units (half to even). */
    public Amount amount() {
        return new Amount(whole(low), whole(headline), whole(high), currency, qualifier, per);
    }

    /**
     * The amount as a mention of the article.
     *
     * @param from the offsets again, counted in code points of the body
     */
    public Mention.Money mention(String body, int from, int to, MoneyRole role) {
        return new Mention.Money(
                from,
                to,
                body.substring(start, end),
                low,
                headline,
                high,
                currency,
                ambiguousCurrency,
                qualifier,
                per,
                role);
    }

    /** Whether it only repeats the amount before it in another currency. */
    public boolean isConversion() {
        return link != null && link.kind() == AmountLink.Kind.CONVERSION_OF;
    }

    FoundAmount withCurrency(String code, boolean guess) {
        return new FoundAmount(start, end, low, headline, high, code, candidates, guess, qualifier, per, link);
    }

    /** {@code $20 billion (US$13 billion)}: of two numbers for the same money the bare sign's is not in the other's currency. */
    boolean isOtherMoneyThan(BigDecimal conversion) {
        return ambiguousCurrency && candidates.size() > 1 && headline.compareTo(conversion) != 0;
    }

    /** As what it may still be, once it is known what it is not. */
    FoundAmount without(String code) {
        List<String> others =
                candidates.stream().filter(other -> !other.equals(code)).toList();
        return new FoundAmount(
                start, end, low, headline, high, others.get(0), others, others.size() > 1, qualifier, per, link);
    }

    private static long whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
