package io.outlay.enrich.text.claim;

import io.outlay.contracts.CsvTable;

/**
 * What was learned from labelled articles.
 *
 * @param payer weighs the candidates for an amount's payer
 * @param planned weighs whether somebody plans to spend an amount on AI
 * @param any weighs whether it is money for AI at all: planned, spent, a stake, or a sum over many
 */
record ClaimWeights(Weights payer, Weights planned, Weights any) {
    static ClaimWeights standard() {
        return Standard.WEIGHTS;
    }

    private static final class Standard {
        static final ClaimWeights WEIGHTS = new ClaimWeights(
                read("payer-weights.csv", "weight", PayerSign.ALL),
                read("weights.csv", "planned", SpendingSign.ALL),
                read("weights.csv", "any", SpendingSign.ALL));
    }

    private static Weights read(String table, String column, Vocabulary vocabulary) {
        return Weights.read(CsvTable.resource(ClaimWeights.class, table), table, column, vocabulary);
    }

    /** Nothing learned: every sign weighs nothing. */
    static ClaimWeights none() {
        return new ClaimWeights(
                new Weights(new double[PayerSign.ALL.size()]),
                new Weights(new double[SpendingSign.ALL.size()]),
                new Weights(new double[SpendingSign.ALL.size()]));
    }
}
