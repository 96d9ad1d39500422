package io.outlay.enrich.text.amount;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an article before its amounts are read.
 *
 * @param language ISO 639-1 code, null when unknown: then it is told from the text where it matters (1.000, Billion)
 * @param sourceCountry ISO 3166 code of the country that the source writes for, null when unknown: the bare {@code $} of a
 *     Canadian source may be its own dollar
 */
public record AmountHints(@Nullable String language, @Nullable String sourceCountry) {
    private static final AmountHints NONE = new AmountHints(null, null);

    public static AmountHints none() {
        return NONE;
    }

    public static AmountHints ofLanguage(@Nullable String language) {
        return new AmountHints(language, null);
    }
}
