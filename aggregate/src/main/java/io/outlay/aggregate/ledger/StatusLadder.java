package io.outlay.aggregate.ledger;

import io.outlay.contracts.Band;
import io.outlay.contracts.Status;
import org.jspecify.annotations.Nullable;

/**
 * R14: how much of an amount counts, by how firmly it was promised. A status only climbs (rumour, reported, letter of intent, official),
 * so a letter of intent lowers what had only been reported, and a later report doesn't lift it again.
 */
final class StatusLadder {
    private StatusLadder() {}

    /** Whether money of this status counts in full; else it counts 0 / 0 / high. */
    static boolean isFirm(Status status) {
        return switch (status) {
            case REPORTED, OFFICIAL -> true;
            case RUMOUR, LETTER_OF_INTENT -> false;
        };
    }

    /**
     * What counts of an amount. When a firm amount stands and a rumour or a letter of intent speaks of another, the firm one stays and
     * only the upper end may rise.
     *
     * @param firmBefore what counted of the line before; null when nothing firm did
     */
    static Band counted(Band amount, Status status, @Nullable Band firmBefore) {
        if (isFirm(status)) {
            return amount;
        }
        return firmBefore == null
                ? new Band(0, 0, amount.high())
                : new Band(firmBefore.low(), firmBefore.headline(), Math.max(firmBefore.high(), amount.high()));
    }

    static String why(Status status, boolean firmBefore) {
        return switch (status) {
            case OFFICIAL -> "official";
            case REPORTED -> "reported";
            case LETTER_OF_INTENT ->
                firmBefore ? "letter of intent to change: upper end only" : "letter of intent: upper end only";
            case RUMOUR -> firmBefore ? "rumoured change: upper end only" : "rumour: upper end only";
        };
    }
}
