package io.outlay.enrich.text.entity;

import java.util.Arrays;

/**
 * All names, letter by letter, compared as {@link Letters#fold} has them: a trie whose edges stand in one open-addressing hash
 * table (node, letter and next node in one long), about 24 bytes for an edge. A walk costs one probe a letter and, in running text, ends after two
 * or three.
 */
final class NameTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    /** Nodes are counted in so many bits; a long holds two of them and a letter. */
    private static final int NODE_BITS = 24;

    private static final long KEY = (1L << NODE_BITS + Character.SIZE) - 1;

    /** The next node above the key; 0 for a free slot. */
    private long[] slots = new long[1 << 12];

    private int[] values = new int[1 << 11];
    private int edges;
    private int nodes = 1;

    NameTrie() {
        Arrays.fill(values, NONE);
    }

    /** The node of a name, made if need be; a run of spaces or hyphens in it counts as one space. */
    int add(String name) {
        int node = ROOT;
        boolean afterSpace = false;
        for (int i = 0; i < name.length(); i++) {
            char c = Letters.fold(name.charAt(i));
            if (c == Letters.SKIPPED || c == ' ' && afterSpace) {
                continue;
            }
            afterSpace = c == ' ';
            int next = next(node, c);
            node = next == NONE ? link(node, c) : next;
        }
        return node;
    }

    /** @param c a folded letter
     * @return {@link #NONE} when no name goes on so */
    int next(int node, char c) {
        long key = key(node, c);
        int mask = slots.length - 1;
        for (int slot = slot(key, mask); slots[slot] != 0; slot = slot + 1 & mask) {
            long edge = slots[slot];
            if ((edge & KEY) == key) {
                return (int) (edge >>> NODE_BITS + Character.SIZE);
            }
        }
        return NONE;
    }

    /** @return what was put at the node, {@link #NONE} when no name ends there */
    int value(int node) {
        return values[node];
    }

    void setValue(int node, int value) {
        values[node] = value;
    }

    private int link(int node, char c) {
        if (++edges * 2 > slots.length) {
            grow();
        }
        if (nodes + 1 >= 1 << NODE_BITS) {
            throw new IllegalStateException("more names than a trie of " + nodes + " nodes holds");
        }
        int target = nodes++;
        if (target == values.length) {
            int before = values.length;
            values = Arrays.copyOf(values, before * 2);
            Arrays.fill(values, before, values.length, NONE);
        }
        put((long) target << NODE_BITS + Character.SIZE | key(node, c));
        return target;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long edge : old) {
            if (edge != 0) {
                put(edge);
            }
        }
    }

    private void put(long edge) {
        int mask = slots.length - 1;
        int slot = slot(edge & KEY, mask);
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = edge;
    }

    /** Never 0, which marks a free slot: nodes count from one here. */
    private static long key(int node, char c) {
        return (long) (node + 1) << 16 | c;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
