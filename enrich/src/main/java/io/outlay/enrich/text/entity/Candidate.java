package io.outlay.enrich.text.entity;

import java.util.List;

/** A stretch of the text that spells a name, before it is settled which of its senses it has, if any. */
record Candidate(int start, int end, List<Sense> senses) {
    /** Whether it needs no weighing: one sense, and a sure one. */
    boolean isSure() {
        return senses.size() == 1 && senses.get(0).alias().trust() == Alias.Trust.SURE;
    }
}
