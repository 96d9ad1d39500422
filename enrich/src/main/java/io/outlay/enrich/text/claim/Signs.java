package io.outlay.enrich.text.claim;

import java.util.Arrays;

/** What is seen of one thing that is to be weighed: signs of a vocabulary, each with how strongly it shows. */
final class Signs {
    private int[] signs = new int[96];
    private double[] values = new double[96];
    private int size;

    /** The sign shows. */
    void add(int sign) {
        add(sign, 1);
    }

    /** The sign shows when the condition holds. */
    void addIf(boolean shows, int sign) {
        if (shows) {
            add(sign, 1);
        }
    }

    /** @param value how strongly, 1 for a plain yes; 0 is not seen at all */
    void add(int sign, double value) {
        if (value == 0) {
            return;
        }
        if (size == signs.length) {
            signs = Arrays.copyOf(signs, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        signs[size] = sign;
        values[size++] = value;
    }

    /** As {@link #add(int)}, unless the sign was seen already. */
    void addOnce(int sign) {
        for (int i = 0; i < size; i++) {
            if (signs[i] == sign) {
                return;
            }
        }
        add(sign, 1);
    }

    int size() {
        return size;
    }

    int sign(int i) {
        return signs[i];
    }

    double value(int i) {
        return values[i];
    }
}
