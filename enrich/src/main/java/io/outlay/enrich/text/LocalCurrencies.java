package io.outlay.enrich.text;

import io.outlay.contracts.Article;
import io.outlay.contracts.Currencies;
import io.outlay.enrich.text.amount.AmountHints;
import io.outlay.enrich.text.amount.CurrencyResolver;
import io.outlay.enrich.text.amount.FoundAmount;
import io.outlay.enrich.text.entity.FoundEntity;
import java.util.ArrayList;
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
        AmountHints hints = new AmountHints(article.language(), sourceCountry(article.url()));
        AmountHints atHome = new AmountHints(article.language(), about);
        List<FoundAmount> resolved = new ArrayList<>(amounts.size());
        for (FoundAmount amount : amounts) {
            boolean own = amount.ambiguousCurrency() && !about.equals("US") && isOfGovernment(article.body(), amount);
            resolved.add(RESOLVER.resolve(amount, own ? atHome : hints, List.of(about)));
        }
        return List.copyOf(resolved);
    }

    /** {@code The federal budget proposed $925 million}: what a government spends is its own money, whoever writes of it. */
    private static boolean isOfGovernment(String body, FoundAmount amount) {
        int from = Math.max(amount.start() - AROUND, body.lastIndexOf('\n', amount.start()) + 1);
        int stop = body.lastIndexOf(". ", amount.start());
        int end = body.indexOf('\n', amount.end());
        int to = Math.min(amount.end() + AROUND, end < 0 ? body.length() : end);
        return GOVERNS.stream().anyMatch(word -> contains(body, Math.max(from, stop), to, word));
    }

    private static boolean contains(String body, int from, int to, String word) {
        for (int at = from; at + word.length() <= to; at++) {
            if (body.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
            if (body.charAt(at) == '.' && at + 1 < to && body.charAt(at + 1) == ' ' && at > from) {
                return false;
            }
        }
        return false;
    }

    /** How many characters on either side of an amount are asked whose money it is. */
    private static final int AROUND = 240;

    private static final List<String> GOVERNS = List.of("government", "federal ", "taxpayer", "ministry");

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
