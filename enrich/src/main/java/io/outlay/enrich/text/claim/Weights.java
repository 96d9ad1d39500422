package io.outlay.enrich.text.claim;

import io.outlay.contracts.CsvTable;
import java.util.HashMap;
import java.util.Map;

/** What each sign of a vocabulary adds to the log-odds: a readable table, fitted to labelled articles. */
final class Weights {
    private final double[] weights;

    Weights(double[] weights) {
        this.weights = weights.clone();
    }

    /** @throws IllegalStateException when the table and the vocabulary name different signs */
    static Weights read(CsvTable table, String name, String column, Vocabulary vocabulary) {
        Map<String, Double> read = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            read.put(row.need("sign"), Double.parseDouble(row.need(column)));
        }
        double[] weights = new double[vocabulary.size()];
        for (int i = 0; i < weights.length; i++) {
            Double weight = read.remove(vocabulary.name(i));
            if (weight == null) {
                throw new IllegalStateException(name + " has no weight for the sign " + vocabulary.name(i));
            }
            weights[i] = weight;
        }
        if (!read.isEmpty()) {
            throw new IllegalStateException(name + " weighs what no code gives: " + read.keySet());
        }
        return new Weights(weights);
    }

    double of(int sign) {
        return weights[sign];
    }

    /** The sum over all signs, in log-odds. */
    double sum(Signs signs) {
        double sum = 0;
        for (int i = 0; i < signs.size(); i++) {
            sum += weights[signs.sign(i)] * signs.value(i);
        }
        return sum;
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
