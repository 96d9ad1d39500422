package io.outlay.enrich.text.claim;

import io.outlay.contracts.Status;
import io.outlay.enrich.text.prose.Cue;
import io.outlay.enrich.text.prose.CueKind;

/** How firm a sentence says the money is: the weakest word that governs the amount counts. */
final class Statuses {
    private static final int REACH = 18;

    private Statuses() {}

    static Status of(Case c) {
        if (governs(c, CueKind.RUMOUR)) {
            return Status.RUMOUR;
        }
        if (governs(c, CueKind.LETTER)) {
            return Status.LETTER_OF_INTENT;
        }
        return c.scene().has(CueKind.REPORTED) ? Status.REPORTED : Status.OFFICIAL;
    }

    private static boolean governs(Case c, CueKind kind) {
        for (Cue cue : c.scene().cues()) {
            if (cue.kind() == kind) {
                int steps = cue.to() <= c.money().from()
                        ? c.scene().steps(cue.to(), c.money().from())
                        : c.scene().steps(c.money().to(), cue.from()) + 4;
                if (steps <= REACH) {
                    return true;
                }
            }
        }
        return false;
    }
}
