package io.outlay.enrich.text.amount;

import io.outlay.contracts.Currencies;
import io.outlay.contracts.Currency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Decides what a shared sign or word means ({@code $}, {@code ¥}, {@code kr}) once it is known whom an amount concerns. Pure.
 *
 * <ol>
 *   <li>The language of the text: ¥ is the yen in Japanese and the yuan in Chinese.
 *   <li>The money of the source's own country, if payer or destination are of that country: the bare {@code $} of a Canadian source
 *       that writes about Canada is Canadian.
 *   <li>The default, when payer or destination are of its country: {@code $} and an American firm.
 *   <li>For all but the dollar, which the world uses as its own: the one candidate that is money of the payer's or the destination's
 *       country; still marked as a guess.
 *   <li>Else the default, a guess.
 * </ol>
 */
public final class CurrencyResolver {
    private final Currencies currencies;

    public CurrencyResolver(Currencies currencies) {
        this.currencies = currencies;
    }

    /** @param countries ISO codes of payer and destination, as far as they are known */
    public List<FoundAmount> resolve(List<FoundAmount> amounts, AmountHints hints, Collection<String> countries) {
        List<FoundAmount> resolved = new ArrayList<>(amounts.size());
        for (FoundAmount amount : amounts) {
            resolved.add(resolve(amount, hints, countries));
        }
        return List.copyOf(resolved);
    }

    /** The same for one amount; the same object if nothing is to be decided. */
    public FoundAmount resolve(FoundAmount amount, AmountHints hints, Collection<String> countries) {
        if (!amount.ambiguousCurrency()) {
            return amount;
        }
        String language = hints.language() == null ? "" : hints.language().toLowerCase(Locale.ROOT);
        String local = null;
        String ofCountry = amount.currency();
        int matches = 0;
        for (String code : amount.candidates()) {
            Currency currency = currencies.find(code).orElse(null);
            if (currency == null) {
                continue;
            }
            if (currency.languages().contains(language)) {
                return amount.withCurrency(code, false);
            }
            if (countries.contains(currency.country())) {
                matches++;
                ofCountry = code;
                if (currency.country().equals(hints.sourceCountry())) {
                    local = code;
                }
            }
        }
        if (local != null) {
            return amount.withCurrency(local, false);
        }
        return byCountry(amount, countries, matches == 1 ? ofCountry : amount.currency());
    }

    private FoundAmount byCountry(FoundAmount amount, Collection<String> countries, String only) {
        String preset = amount.candidates().get(0);
        boolean ofPreset = currencies
                .find(preset)
                .map(currency -> countries.contains(currency.country()))
                .orElse(false);
        if (ofPreset) {
            return amount.withCurrency(preset, false);
        }
        return only.equals(preset) || preset.equals("USD") ? amount : amount.withCurrency(only, true);
    }
}
