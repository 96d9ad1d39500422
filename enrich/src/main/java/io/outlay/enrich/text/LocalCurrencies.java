package io.outlay.enrich.text;

import io.outlay.contracts.Article;
import io.outlay.contracts.Currencies;
import io.outlay.enrich.text.amount.AmountHints;
import io.outlay.enrich.text.amount.CurrencyResolver;
import io.outlay.enrich.text.amount.FoundAmount;
import io.outlay.enrich.text.entity.FoundEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a bare {@code $}, {@code ¥} or {@code kr} means in an article: by where its source sits, and the country it is about. */
public final class LocalCurrencies {
    private static final CurrencyResolver RESOLVER = new CurrencyResolver(Currencies.standard());

    private LocalCurrencies() {}

    public static List<FoundAmount> resolve(List<FoundAmount> amounts, Article article, List<FoundEntity> names) {
        String about = mostNamed(names);
        if (about == null) {
            return amounts;
        }
        return RESOLVER.resolve(
                amounts, new AmountHints(article.language(), sourceCountry(article.url())), List.of(about));
    }

    /** The country that the names name most often, the earlier of equals; null when they name none. */
    private static @Nullable String mostNamed(List<FoundEntity> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (FoundEntity name : names) {
            String country = name.country();
            if (country != null) {
                counts.merge(country, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** {@code CA} of {@code https://www.cbc.ca/news}; what is no country's domain matches no currency either. */
    static @Nullable String sourceCountry(@Nullable String url) {
        int host = url == null ? -1 : url.indexOf("://");
        if (url == null || host < 0) {
            return null;
        }
        int end = host + 3;
        while (end < url.length() && "/:?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int dot = url.lastIndexOf('.', end - 1);
        if (dot < host || end - dot != 3) {
            return null;
        }
        String code = url.substring(dot + 1, end).toUpperCase(Locale.ROOT);
        return code.equals("UK") ? "GB" : code;
    }
}
