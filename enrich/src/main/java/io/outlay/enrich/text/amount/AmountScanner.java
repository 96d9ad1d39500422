package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Currencies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the amounts of money in a text, in one pass. Immutable and safe for any number of threads.
 *
 * <p>The cost on text without amounts is one table look-up per character and one more per word.
 */
public final class AmountScanner {
    private static final class Standard {
        private static final AmountScanner SCANNER = of(Currencies.standard());
    }

    private final QuantityReader reader;
    private final AmountWords words;
    private final MinorUnits minorUnits;
    private final CurrencyResolver resolver;
    /** By language; those that are not in it have no number words of ours. */
    private final Map<String, Triggers> triggers;

    private final Triggers otherTriggers;

    private AmountScanner(Currencies currencies) {
        Scales scales = new Scales(rows("scales.csv"));
        List<CsvTable.Row> numeralRows = rows("numerals.csv");
        Numerals numerals = new Numerals(numeralRows);
        EastAsianNumerals signs = new EastAsianNumerals(numeralRows, scales.numerals());
        words = new AmountWords(rows("amount-words.csv"));
        CurrencyLexicon lexicon = new CurrencyLexicon(currencies, words.names(), words.noNames());
        reader = new QuantityReader(lexicon, scales, numerals, signs, words);
        minorUnits = new MinorUnits(words, numerals, signs);
        resolver = new CurrencyResolver(currencies);
        List<String> everywhere = new ArrayList<>(scales.words());
        everywhere.addAll(signs.beginnings());
        triggers = new HashMap<>();
        for (String language : numerals.languages()) {
            List<String> beginnings = new ArrayList<>(everywhere);
            beginnings.addAll(numerals.beginnings(language));
            triggers.put(language, new Triggers(beginnings));
        }
        otherTriggers = new Triggers(everywhere);
    }

    /** The scanner over the tables that ship with the project. */
    public static AmountScanner standard() {
        return Standard.SCANNER;
    }

    public static AmountScanner of(Currencies currencies) {
        return new AmountScanner(currencies);
    }

    private static List<CsvTable.Row> rows(String table) {
        return CsvTable.resource(AmountScanner.class, table).rows();
    }

    /** The amounts of {@code body} in the order of their places; none overlaps another. */
    public List<FoundAmount> scan(String body, AmountHints hints) {
        TextLanguage language = new TextLanguage(body, hints.language());
        List<FoundAmount> found = scan(body, language).run();
        return resolver.resolve(found, new AmountHints(language.code(), hints.sourceCountry()), List.of());
    }

    AmountScan scan(String body, TextLanguage language) {
        Triggers ofLanguage = triggers.getOrDefault(language.code(), otherTriggers);
        return new AmountScan(body, language, reader, words, minorUnits, ofLanguage);
    }
}
