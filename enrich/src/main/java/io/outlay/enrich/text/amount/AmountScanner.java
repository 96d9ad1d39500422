package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import io.outlay.contracts.Currencies;
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
    private final Triggers triggers;

    private AmountScanner(QuantityReader reader, AmountWords words, Triggers triggers) {
        this.reader = reader;
        this.words = words;
        this.triggers = triggers;
    }

    /** The scanner over the tables that ship with the project. */
    public static AmountScanner standard() {
        return Standard.SCANNER;
    }

    public static AmountScanner of(Currencies currencies) {
        Scales scales = new Scales(rows("scales.csv"));
        List<CsvTable.Row> numeralRows = rows("numerals.csv");
        Numerals numerals = new Numerals(numeralRows, scales.numerals());
        AmountWords words = new AmountWords(rows("amount-words.csv"));
        QuantityReader reader = new QuantityReader(new CurrencyLexicon(currencies), scales, numerals, words);
        return new AmountScanner(reader, words, new Triggers(numerals.beginnings(), scales.words()));
    }

    private static List<CsvTable.Row> rows(String table) {
        return CsvTable.resource(AmountScanner.class, table).rows();
    }

    /** The amounts of {@code body} in the order of their places; none overlaps another. */
    public List<FoundAmount> scan(String body, AmountHints hints) {
        return new AmountScan(body, hints, reader, words, triggers).run();
    }
}
