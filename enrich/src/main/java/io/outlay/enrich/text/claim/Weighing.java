package io.outlay.enrich.text.claim;

import java.util.ArrayList;
import java.util.List;

/** What was seen of an amount, and what each sign of it weighed. */
record Weighing(Signs signs, Weights weights) {
    static final Weighing NOTHING = new Weighing(new Signs(), new Weights(new double[0]));

    /** A sign with what it added to the log-odds. */
    record Sign(String name, double weight) {}

    /** Signs that weigh less say nothing to a reader. */
    private static final double QUIET = 0.3;

    /** The signs that spoke for spending ({@code pro}) or against it, the loudest first, without those that say little. */
    List<Sign> loudest(boolean pro) {
        List<Sign> loudest = new ArrayList<>();
        for (int i = 0; i < signs.size(); i++) {
            double weight = weights.of(signs.sign(i)) * signs.value(i);
            if ((pro ? weight : -weight) >= QUIET && signs.sign(i) != SpendingSign.BIAS) {
                loudest.add(new Sign(SpendingSign.ALL.name(signs.sign(i)), weight));
            }
        }
        loudest.sort((a, b) -> Double.compare(Math.abs(b.weight), Math.abs(a.weight)));
        return loudest;
    }
}
