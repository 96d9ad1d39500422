package io.outlay.contracts;

import java.util.List;

/**
 * A currency and how texts name it: one row of {@code currencies.csv}, whose head says what each list holds.
 *
 * @param code ISO 4217
 * @param minorDigits digits of the minor unit
 * @param country ISO 3166 code, {@code EU} for the euro
 * @param languages ISO 639-1 codes of texts in which a shared sign or word means this currency
 * @param noun key of the name that it shares with other countries' money ({@code dollar}), empty if it has one of its own
 */
public record Currency(
        String code,
        int minorDigits,
        String country,
        List<String> languages,
        String name,
        List<String> signs,
        String noun,
        List<String> adjectives,
        List<String> words) {
    public Currency {
        languages = List.copyOf(languages);
        signs = List.copyOf(signs);
        adjectives = List.copyOf(adjectives);
        words = List.copyOf(words);
    }
}
