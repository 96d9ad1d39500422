package io.outlay.enrich.text.entity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stock exchange symbols where the text shows that they are some: {@code $NVDA}, {@code (NASDAQ: MSFT)}, {@code (AMZN)},
 * {@code NVDA.O}, {@code 9988.HK}. A symbol by itself is a name only if the table has it as an alias.
 */
final class Tickers {
    /** What stands after the dot in the codes that agencies print. */
    private static final WordSet SUFFIXES = WordSet.named("symbol-suffixes");

    private static final WordSet EXCHANGES = WordSet.named("exchanges");
    private static final int LONGEST = 10;

    private final Map<String, Company> bySymbol = new HashMap<>();

    Tickers(Iterable<Company> companies) {
        for (Company company : companies) {
            for (String ticker : company.tickers()) {
                bySymbol.putIfAbsent(ticker, company);
            }
        }
    }

    /**
     * The company whose symbol is the whole word {@code [start, end)}, null when the text does not show it as a symbol.
     *
     * @param companyBefore the company named right before the word's bracket, so that {@code Palantir (PLTR)} is one, and
     *     {@code artificial intelligence (AI)} is not
     */
    @Nullable
    Company at(char[] body, int start, int end, @Nullable Company companyBefore) {
        if (end - start > LONGEST || start == 0 && end == body.length) {
            return null;
        }
        char before = start > 0 ? body[start - 1] : ' ';
        boolean shown = before == '$' || afterExchange(body, start) || end - start > 1 && suffixEnd(body, end) > end;
        if (shown || isBracketed(body, start, end)) {
            Company company = bySymbol.get(new String(body, start, end - start));
            return shown || company != null && company.equals(companyBefore) ? company : null;
        }
        return null;
    }

    private static boolean afterExchange(char[] body, int start) {
        int at = start - 1;
        if (at >= 0 && body[at] == ' ') {
            at--;
        }
        if (at < 0 || body[at] != ':') {
            return false;
        }
        int end = at;
        int from = end;
        while (from > 0 && end - from < LONGEST && Letters.isWord(body[from - 1])) {
            from--;
        }
        return from < end && EXCHANGES.contains(new String(body, from, end - from));
    }

    static boolean isBracketed(char[] body, int start, int end) {
        return start > 0 && body[start - 1] == '(' && end < body.length && body[end] == ')';
    }

    /** The offset after {@code .O} or {@code .HK}, or {@code end} when none follows. */
    static int suffixEnd(char[] body, int end) {
        if (end + 1 >= body.length || body[end] != '.') {
            return end;
        }
        int at = end + 1;
        while (at < body.length && at - end <= 3 && Letters.isWord(body[at])) {
            at++;
        }
        return at > end + 1 && SUFFIXES.contains(new String(body, end + 1, at - end - 1)) ? at : end;
    }
}
