package io.outlay.enrich.text.amount;

import java.util.List;

/**
 * What a sign, code or word says of the currency.
 *
 * @param candidates ISO codes, the default first; never empty
 * @param sign whether it is a sign or code ({@code $}, {@code EUR}) and not a word
 * @param needsScale whether it is too short to trust beside a bare number: {@code Y5} may be anything, {@code Y5 billion} not
 * @param scalePower power of ten that the name carries itself: 6 for {@code MEUR}
 */
record CurrencyName(List<String> candidates, boolean sign, boolean needsScale, int scalePower) {
    CurrencyName {
        candidates = List.copyOf(candidates);
    }
}
