package io.outlay.enrich.text.claim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The minimum of a smooth convex function, by L-BFGS (Nocedal &amp; Wright, Numerical Optimization, algorithm 7.4). */
final class Minimum {
    private static final int MEMORY = 12;
    private static final int MOST_STEPS = 400;
    private static final double FLAT = 1e-5;

    /** A function of several variables that can tell its slope. */
    interface Function {
        /** @return the value at {@code x}, the slope in {@code gradient}, which comes zeroed */
        double at(double[] x, double[] gradient);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(double[] step, double[] change, double rho) {}

    private Minimum() {}

    static double[] of(Function f, int variables) {
        double[] x = new double[variables];
        double[] g = new double[variables];
        double value = f.at(x, g);
        Deque<Pair> memory = new ArrayDeque<>();
        for (int step = 0; step < MOST_STEPS && norm(g) > FLAT * Math.max(1, norm(x)); step++) {
            double[] direction = direction(g, memory);
            double slope = dot(direction, g);
            double length = memory.isEmpty() ? 1 / Math.max(1, norm(g)) : 1;
            double[] next = new double[variables];
            double[] nextG = new double[variables];
            double nextValue = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < 40; halving++, length /= 2) {
                for (int i = 0; i < variables; i++) {
                    next[i] = x[i] + length * direction[i];
                    nextG[i] = 0;
                }
                nextValue = f.at(next, nextG);
                if (nextValue <= value + 1e-4 * length * slope) {
                    break;
                }
            }
            if (!(nextValue < value)) {
                return x;
            }
            double[] s = minus(next, x);
            double[] y = minus(nextG, g);
            double sy = dot(s, y);
            if (sy > 1e-12) {
                memory.addLast(new Pair(s, y, 1 / sy));
                if (memory.size() > MEMORY) {
                    memory.removeFirst();
                }
            }
            x = next;
            g = nextG;
            value = nextValue;
        }
        return x;
    }

    private static double[] direction(double[] g, Deque<Pair> memory) {
        double[] q = g.clone();
        double[] alphas = new double[memory.size()];
        int i = memory.size();
        for (Iterator<Pair> newest = memory.descendingIterator(); newest.hasNext(); ) {
            Pair pair = newest.next();
            alphas[--i] = pair.rho * dot(pair.step, q);
            add(q, pair.change, -alphas[i]);
        }
        if (!memory.isEmpty()) {
            Pair last = memory.getLast();
            scale(q, 1 / (last.rho * dot(last.change, last.change)));
        }
        for (Pair pair : memory) {
            double beta = pair.rho * dot(pair.change, q);
            add(q, pair.step, alphas[i++] - beta);
        }
        scale(q, -1);
        return q;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] what, double times) {
        for (int i = 0; i < what.length; i++) {
            what[i] *= times;
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, b, -1);
        return difference;
    }
}
