package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Currencies;
import java.util.ArrayList;
import java.util.List;

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
    private final Triggers triggers;
    private final CurrencyResolver resolver;

    private AmountScanner(
            QuantityReader reader,
            AmountWords words,
            MinorUnits minorUnits,
            Triggers triggers,
            CurrencyResolver resolver) {
        this.reader = reader;
        this.words = words;
        this.minorUnits = minorUnits;
        this.triggers = triggers;
        this.resolver = resolver;
    }

    /** The scanner over the tables that ship with the project. */
    public static AmountScanner standard() {
        return Standard.SCANNER;
    }

    public static AmountScanner of(Currencies currencies) {
        Scales scales = new Scales(rows("scales.csv"));
        List<CsvTable.Row> numeralRows = rows("numerals.csv");
        Numerals numerals = new Numerals(numeralRows);
        EastAsianNumerals signs = new EastAsianNumerals(numeralRows, scales.numerals());
        AmountWords words = new AmountWords(rows("amount-words.csv"));
        QuantityReader reader = new QuantityReader(
                new CurrencyLexicon(currencies, words.names(), words.noNames()), scales, numerals, signs, words);
        List<String> beginnings = new ArrayList<>(numerals.beginnings());
        beginnings.addAll(signs.beginnings());
        beginnings.addAll(scales.words());
        return new AmountScanner(
                reader,
                words,
                new MinorUnits(words, numerals, signs),
                new Triggers(beginnings),
                new CurrencyResolver(currencies));
    }

    private static List<CsvTable.Row> rows(String table) {
        return CsvTable.resource(AmountScanner.class, table).rows();
    }

    /** The amounts of {@code body} in the order of their places; none overlaps another. */
    public List<FoundAmount> scan(String body, AmountHints hints) {
        List<FoundAmount> found = new AmountScan(body, hints, reader, words, minorUnits, triggers).run();
        return hints.language() == null ? found : resolver.resolve(found, hints, List.of());
    }
}
